"""Words in organisation names that tell a kind, in the languages of our markets; pure data."""

from enum import StrEnum


class Sense(StrEnum):
    """What a word in a name points to."""

    VPN = "vpn"
    MOBILE = "mobile"
    HOSTING = "hosting"
    ACCESS = "access"
    EDUCATION = "education"
    GOVERNMENT = "government"
    REGISTRY = "registry"
    UTILITY = "utility"  # town utilities and cooperatives, which sell both energy and internet access
    TRADE = "trade"  # an industry that is not the internet's own
    WEAK_TRADE = "weak-trade"  # an industry that providers and shell companies also write in their names
    TECH = "tech"  # may be a provider or a client of one: decides nothing alone


# Whole words as `organisation_names.normalised` writes them; "~" stands for any letters, so that "~bank" also
# finds "Volksbank". Public vocabulary, put together for this list.
WORDS: dict[Sense, str] = {
    Sense.VPN: """
        anonymity anonymizer proxies socks5 tor torservers unblock vpn~ ~proxy ~vpn
    """,
    Sense.MOBILE: """
        5g cellco cellular celular esim gsm iot~ lte m2m mobiel mobil mobiles mobility mobilkom mobilna mobilni
        mobitel movil moviles mvno simcard telcel umts wireless ~mobile ~wireless~
    """,
    Sense.HOSTING: """
        alojamiento antiddos anycast backup baremetal blockchain chmura colo coloc~ compute crypto datahotel
        datahouse datapark dc ddos dedi~ domain domains domeinen domeny gameserver~ hebergement hebergeur
        highload hospedagem host~ hostel~ iaas internap interxion kvm minecraft nodes nube paas rackspace
        rechenzentren registrar registrars saas scrubbing serveur~ serwer~ storage validator virtual virtuozzo
        vm vms vps~ webhost~ webspace ~cdn ~cloud~ ~colocation~ ~datacenter~ ~datacentr~ ~datacentre~
        ~datacentrum~ ~dns ~host ~hoster~ ~hosting~ ~hosts ~rack ~racks ~rechenzentrum~ ~server~
        ~servidor~ ~vps
    """,
    Sense.ACCESS: """
        airband antenn~ backbone banda breedband~ cable~ cabo carrier carriers catv clearwire comcable comms
        communication comunicaciones comunicacoes comunicazioni conectividade conexao conexion dialup distance
        fibr fibron freifunk~ ftth fttx giga gigabit gigaset highspeed hispeed hotspot infra interconnexion
        interkom iptv ix ixp kablow~ kommunikasjon komunikac~ komunikacij~ lan larga longdistance multimedia
        natverk netvaerk netwerk netwerken netze netzwerk~ onlinedienst~ pbx peering pkt~ provedor provedores
        provider providers radio radioamateurs rede reseau reseaux seti sieci sip sms~ stadtnetz~ svyaz~ tele
        teledis teledistribution telekomunik~ telenet~ telewizj~ telia tv voice vsat wan waves wlan ~bredband~
        ~breitband~ ~broadband~ ~com ~comm ~communications~ ~conn ~connect~ ~datapath ~dsl ~fiber~ ~fibra~
        ~fibre~ ~gig ~glasfaser~ ~glasvezel~ ~internet~ ~isp ~kabel~ ~kommunikation~ ~link ~links ~mesh ~natet
        ~net ~nets ~nett ~network~ ~netz ~online ~pkt ~redes ~satellit~ ~siec ~sms ~sviaz~ ~svyaz ~swiatlowod~
        phone phones televisiv~
        ~tel ~telco~ ~telcom ~tele2 ~telecom~ ~telefon~ ~telefonia~ ~telekom~ ~telematic~ ~telematyk~
        ~telephon~ ~teleport~ ~voip ~wave ~web ~wifi~ ~wisp
    """,
    Sense.EDUCATION: """
        boces cegep colegio educacao educacion educacional ensino iain investigaciones observatory politeknik
        poltekkes sekolah seminary stmik szkola tafe uin
        aarnet academia academic academie academy arnes belnet bibliotheek bibliothek bibliotheque campus
        canarie carnet cern cesnet chalmers cnrs college colleges desy dfn dtu ecole ecoles educat~ edunet eenet
        egyetem enseignement epfl escola escuela eth faculdade faculty forschungs~ fraunhofer funet garr geant
        grnet heanet helmholtz hungarnet inria institute internet2 isd janet jisc korkeakoulu kth libraries
        library litnet lycee nren ntnu onderwijs~ pionier planck politechnika politecnico polytechnic~
        polytechnique recherche rediris renater research roedunet rug rwth sanet scholen~ sikt skola student
        studenten studentenwerk students sunet surf surfnet switch tno tu unicamp unified uninett univ
        universidad~ universiteit~ usp wetenschap~ wissenschaft~ yliopisto ~akademi~ ~ammattikorkeakoulu~
        ~fachhochschule~ ~forschungsnetz~ ~forschungszentrum~ ~gymnasium~ ~hochschule~ ~hogeschool~ ~hogskola~
        ~hojskole ~scholen ~school ~schools ~schule~ ~skolan ~skole ~studierendenwerk~ ~universidade~
        ~universit~ ~uniwersytet~
    """,
    Sense.GOVERNMENT: """
        autoritatea badan belediyesi dinas direktorat diskominfo~ kabupaten kementerian kepolisian kominfo
        mahkamah ministarstvo ministerstvo ministrstvo municipalidad municipalidade pemerintah persandian
        procuradoria provinsi
        administracao administracion administration agencia agency agentschap agenzia ajuntament army assemblee
        assembly authorities authority ayuntamiento belastingdienst bezirk bezirksregierung borough bundesland
        bundesrepublik bundestag bundeswehr canton cert commission commonwealth communale communaute commune
        comune comuni conseil consulate council councils county court courts customs defence defense defensie
        departamento department dept diputacion douane duo embassy euiporg eumetsat eurocontrol eurojust
        europese europol federal federale fgup freistaat frontex gemeenten gendarmerie gmina gobierno gosudarst~
        gouvernement~ gov government governmental governo governor govt hoogheemraadschap~ interior judicial
        justice justitie kadaster kanton kantonale knmi kommunalforbund kvk landesbetrieb landeshauptstadt
        landesverwaltung landkreis landsting logius magistrat mairie metropole miasta miasto militaire military
        ministeerium ministere ministerio ministero ministerstwo ministry municipal municipality municipio
        nationaal nato navy osce parish parlament parlement parliament police politie polizei powiat prefectural
        prefecture prefeitura provincia provincie rdw regierung region regione republic republik revenue riigi
        rijks~ rikspolis~ rivm secretaria~ senat senate sheriff staatskanzlei staatsrat stadsbestuur stadt
        stadtverwaltung starostwo svb tesoreria treasury tribunal uitvoeringsinstituut~ urzad uwv valsts
        veiligheidsregio veterans wetterskip wojewodzt~ zoll ~amt ~bundesamt ~bundesanstalt ~departement~
        ~direktoratet ~forsvaret~
        ~gemeente ~inspectorate ~justiz ~kommun ~kommune ~kreisverwaltung ~landtag ~ministerie~ ~ministerium~
        ~myndigheten ~overheid~ ~styrelsen ~verket ~waterschap~
    """,
    Sense.REGISTRY: """
        afnic afrinic apnic arin centralnic cnnic denic domainregistry iana icann idnic internic jpnic kaznic
        kenic krnic lacnic mynic nic nnic registries registry ripe sgnic sknic thnic twnic tznic vnnic
    """,
    Sense.UTILITY: """
        bynet coop cooperativa cooperativas cooperative energinet gemeindewerke kommunalbetriebe membership
        utilities werke~ ~energi ~kraft ~stadsnat~ ~stadtwerk~
    """,
    Sense.TRADE: """
        airports asigurari~ asuransi banka bimeh broking cervejaria commodity emeklilik faktoring havayollari
        menkul microfinance osiguranje pagamento pagamentos pardakht pelabuhan
        rosseti sakit sekuritas sigorta~ unimed
        actuarial advocaat ~advokat~ aerostructures ~asianajo~ asunto~ avionics bagerij ~bakeri ballet bancshares
        bankers ~baumschule~ beschlaege bluecross blueshield boats bottling boucherie ~bouwstoffen caoutchouc carpet
        carpets carrelage castings cementownia cemetery ceramika cereales charcuterie charpente chaudronnerie
        chauffage concrete constructors dialysis ~dichtungen drywall ~duenger ~eiendom ~elakevakuutus~
        ~elakeyhtio electromenager elektrownia elektrownie endoscopy excavating eyewear fasteners fcu flooring
        ~flyplass fonderie footwear forge foundries foundry fragrances ~gaertnerei garments gazociag~ gazownict~
        ~gefluegel~ ~gemuese ~getriebe~ granulats grill growers gypsum homebuilders horlogerie hospice
        ~huisarts~ huissier hutnic~ hypermarche~ inn inns jardinerie jewelers joaillerie ~kaeserei ~klebstoff~
        ~konditorei ~konepaja ~kuljetus~ ~leipomo ~lentoasema librairie ~loodgieter~ ~lueftung~ ~lufthavn
        machining maconnerie ~makelaardij maroquinerie masonry ~matratzen ~mattress mattress meats ~mengvoeder~
        menuiserie ~metaalbewerking ~metzgerei ~mineralbrunnen minoterie motorsports ~muehle ~muehlen nephrology
        neurology orchards orchestra ostreicole ~panimo ~parkett paving pepinieres perfumes ~personaldienst~
        philharmonic plasturgie platre ~pluimvee~ plywood poultry raceway ~rakennus~ ranch ~rautatie~ realtor
        realtors ~saatgut~ ~sagverk ~sanitaer~ ~sanitair ~schrauben~ ~seurakunta~ ~sjukhus~ ~slagerij ~slakteri
        speedway ~spielzeug~ steaks ~steenfabriek ~steuerberatung~ suites ~tannlege~ ~teatteri~ theatres tire
        tolerie tooling tramwaje transplant transports ~tueren ~tuinbouw~ ~uhren~ underwriters urology usinage
        ~veevoer~ ~verpleging~ viandes vineyards ~vleeswaren~ volailles ~walzwerk~ wealth wodociag~ yachts
        accountancy accountant accountants accounting advies advisers adviseurs advisors advisory aero
        aeroport aeroporto aeroports aeropuerto~ aerospace afval agrar~ agri~ agricole agricoles agro~
        aircraft airline airlines airways alimentari~ alimentos alu aluminium aluminum antriebstechnik
        apotheek~ apothek~ apparel appliance appliances apteekki apteka aqua aquarium architect~ armaturen
        asphalt assicuraz~ assurance assurances attorneys auction auctions audit auditors aufzug~ augenoptik~
        auktion~ auto autohaus~ automotive autopistas autoroute~ autos autostrade aviation avocats backwaren~
        baeckerei bakeries bakery banca banco bancorp banque baseball batiment batterie~ battery bauelemente
        bearings beaute beauty beer begrafenis~ belasting~ beleuchtung bestatt~ bet betting beveiliging
        beverage beverages bewachung~ biolog~ biomed~ biopharm~ bioscience biosciences biotech bisdom bistum
        bloembollen blood bodegas bostad~ boulangerie~ brasserie~ brauerei brauhaus brewery brewing broker
        brokerage brokers brood brouwerij browar bryggeri~ buchhandlung~ buchverlag builders bus busses bygg~
        bygge~ cabinetry cancer candy cantina car cardiology care cargo caritas cars casino casinos catering
        cement ceramics chantiers charities charity chaussures cheese chimie chocolat~ church cinema cleaning
        clinical clinics clinique cliniques clothing coal coffee confectionery construction constructions
        constructora container containers contractor contractors cosmetics cosmetique~ courier crane cranes
        credit crediti credits cruise cruises cukrownia dagblad dairy dakbedekking dechets dental dentist~
        dermatology deurwaarder~ diagnostics dierenpark dierentuin diocese distiller~ dredging drinks
        druckerei druckhaus~ druk~ dynamics editeur editeurs editions editore editrice ejendomme~
        elektriciteit~ elektrotechniek elevator elintarvike~ employment energia erdgas escalator estates
        fabrics fabriek~ fabryka farma~ farms fashion ferries ferrovie ferry finans fish fisheries fishery
        fiskeri~ fleischerei fleischwaren flower flowers fonds foods football forest forestry forsakring~
        forsikring~ freight fromagerie~ fruit fund funds funeral furniture fussball garden gas gasunie
        gasversorg~ genetic~ genomics gesundheit~ getraenke~ gezondheid~ ggd gielda gieldy glass grocers
        grocery groenten groothandel~ gummi haushalts~ haven~ healthcare hearing hedge heizung~ helicopter~
        hopital hopitaux horticultur~ hoteles hotell~ household housing hurtownia huur hydraul~ hypothe~
        imaging immo~ imprimerie~ incasso industry ingenierie inkasso inmobiliaria installatie~
        instrumentation insurance insurers jewelry journal journaux juridisch kaas kaeltetechnik kaffee
        keramik~ kerk kerkgenootschap kern~ kiinteisto~ kinderopvang~ kirjapaino kitchen kliniek koffie kolej
        koleje komunikacyjna komunikacyjne kopalnia
        kosmetik~ kraamzorg kran~ kredit~ kruis kuchen~ kunststoff~ laboratoire laboratoires laboratories
        laboratorios laboratorium laboratory laiterie~ lakemedel~ landtechnik laundry law lawyers lease
        leasing legal licht lifesciences lift lifts lighting living loterij lotnisko lotteries lottery~ lotto
        luchthaven luchtvaart lumber machinefabriek machinery machines magazine magazines makelaar~
        manufactur~ marine maritime markets mart meat meble mediengruppe medienhaus~ medisch medizin~ mejeri~
        metallurg~ metals meubel~ meubles microbiolog~ microelectronics minerals mines ministries mleczarnia
        mobelhus mobiliteit mode modehaus moebelhaus~ molkerei mortgage motor motors mutual mutuelle newspaper
        newspapers nieruchomosci notaires notariaat notaris notariskantoor nuclear nurses nursing odziez
        offshore oil oncology ophthalmology optician~ opticien~ optometry orthodont~ orthopaed~ orthoped~
        ospedale ospedaliera osuuspankki packaging pankki paper papeterie~ paramedic~ parcel parfum~ parkeer~
        parken parking patient payroll pediatric~ pensioen~ pension pensions pensjon perfume personnel pet
        petrochem~ petrol~ pflege~ pharmacie~ physicians piekarnia pipeline pipelines pizza plastic plastics
        plumbing ports postnl press prevoyance printing properties proprete publications publicis publisher
        publishers pumpen pumps quotidien racing radiolog~ radiology raiffeisen~ rail railinfra~ railroad
        railway railways realty rechtsanw~ rechtsbijstand reclame recruitment recycl~ refinery refrigeration
        rehab~ reifen~ reinigung reinsurance reis reizen rent rental rentals residential resort resorts
        restaurant restaurants retailers revalidatie~ roofing rubber saat~ sairaala sante sawmill scheepswerf
        scheepvaart schliessgesellschaft schoonmaak schuh~ seafood~ securities seeds seguros seilbahn~ senior
        shipbuilding shipping~ shipyard~ shoes siderurgi~ sjukvard~ slachterij~ slagteri~ solar solicitors
        sparekasse~ spielbank~ spielwaren~ spirits spitaler spoorweg~ staal stadium staffing stationery steel
        steuerberat~ steuerberater~ stocznia sucrerie~ sugar supermarche~ supermarket~ supermarkt~
        supermercad~ surgery surgical sykehus synod szpital tandarts~ tandvard~ tanker tankers tax taxi tea
        terminal terminals terveys~ textil~ theater theaters theatre therapeutics thuiszorg~ tierpark~ timber
        tires tobacco touring tourism~ tourisme tours toys tractor~ travel treuhand~ truck trucking trucks
        turbine turbines tyre tyres ubezpiecz~ uitgever~ uitvaart uitzend~ umc umwelttechnik vacations
        vakuutus~ valves vastgoed veiling veilingen verfahrenstechnik verlags~ vermietung verpakking~
        verzeker~ vet veterinary vinicole viticole vlees voeding voetbal voyage voyages warenhaus waste
        watches wein werbung werkstoff~ wetten wind wine winery wines wirtschaftspruef~ wohnen wohnungs~
        woning~ wood woonstichting wydawnictwo yards ymca zaden zaklady zeitarbeit zeitungs~ zoological zuivel
        ~abfall~ ~advocaten ~airport ~analytic~ ~apotek~ ~automobil~ ~baeckerei~ ~bahn~ ~bakkerij~ ~bank
        ~bank~ ~bau ~beton~ ~bladet ~bloemen~ ~boekhandel~ ~bouw~ ~brauerei~ ~bryggeri ~chemi~ ~chirurg~
        ~clinic ~compressor~ ~diakonie~ ~drogerie~ ~druck ~drukkerij~ ~electric~ ~emballage~ ~energie
        ~energie~ ~energietechnik ~energy ~fabrik~ ~fahrzeug~ ~fastighet~ ~fernseh~ ~film ~financ~ ~finanz~
        ~fleischwaren~ ~fleischwerk~ ~flughafen~ ~food ~forlag ~forlag~ ~forst~ ~gasthuis ~gastronomie~
        ~gasversorg~ ~getraenke~ ~ggz ~giesserei~ ~glas ~grosshandel~ ~gummi ~hafen~ ~handel~ ~health ~holz~
        ~hospital~ ~hotel~ ~immobilien~ ~industri~ ~industrie~ ~ingenieur~ ~kasse ~kaufhaus~ ~keuken~ ~kirche~
        ~kirchen~ ~klinik~ ~kosmetik~ ~krankenhaus~ ~kwekerij~ ~labor ~laboratorium ~lebensmittel~ ~leuchten~
        ~logisti~ ~logistik~ ~lufthansa~ ~markt ~markt~ ~maschinen~ ~maschinenbau ~medic~ ~medical~
        ~medizintechnik ~mejeri ~messtechnik~ ~metall~ ~milch~ ~moden ~moebel~ ~museum~ ~nahrung~ ~omroep
        ~optik~ ~osuuspankki ~papier~ ~pensioen~ ~petroleum ~pflege ~pharm~ ~rederi ~rederij ~reifen ~reisen~
        ~retail ~rundfunk~ ~semicon~ ~slachterij ~sparkasse~ ~spedition~ ~spitaeler ~spital ~stahl~
        ~therapeut~ ~touristik~ ~transport~ ~treuhand ~tuin~ ~verhuur~ ~verkehr~ ~verlag~ ~verpack~ ~versand~
        ~versicherung~ ~vervoer ~verzekering~ ~wasser~ ~water~ ~werft~ ~werkzeug~ ~winkel~ ~wohnung~ ~wonen
        ~zeitung~ ~ziekenhuis~ ~ziekenhuizen ~zorg ~zorg~ ~zucker~
    """,
    Sense.WEAK_TRADE: """
        advertising asset assets brands broadcast broadcaster broadcasting building buildings capital club
        collection consultancy consultants controls devices electro~ electronic electronics engineering
        engineers entertainment environmental equity estate export express facilities facility feed feeds gold
        home homes import importers installatie~ investment investments investors laser marketing measurement
        mining mission mobel music musik news optic optical optics optik paiement payment payments plant
        plants post posten power property publishing records resources retail robot~ scientific shop shops
        store stores strom studio studios supplies supply techniek technik tools trade trader traders trading
        training wholesale wholesaler wholesalers wind wire ~automation~ ~beratung~ ~distribut~ ~elektro~
        ~elektronik~ ~film~ ~games ~gaming ~instrument~ ~invest ~sensor~ ~softwar~ ~software~ ~sport~
    """,
    Sense.TECH: """
        bilgisayar~ bilisim~ danismanlik teknoloji~ yazilim~
        ai antelecom api app apps asn automatisering~ bgp bits code coding computing consulting cyber~
        databases daten~ desktop dev developers digi~ edge~ flux fusion gateway gsg hyper~ ict informacyjn~
        informasi infrastructur~ innovation innovations innovative interactive ip ip4 ip6 it itc itservice~
        kernel kommunal~ komputer~ losungen lumen managed matrix media~ micro~ monitor monitoring msp nano~
        net~ nexus noc numerique opensource operations operator operators oplossingen outsourcing packets
        photon platform platforms portal quantum radiocom rapid remote root router~ routing sattelite scada
        secure server~ sicherheit sistem~ soluciones solucoes soluzioni space stream~ support swift~
        technologies~ techs tecno~ tecnologia~ tehnolog~ tekno~ teknologi~ telemetry ti tic turbo ultra~ unix
        velocity ventures voicecom webservices workplace workspace xnet ~automatisering~ ~base ~bit ~byte
        ~bytes ~comp ~computer~ ~consult ~core ~data ~daten ~datenverarbeitung~ ~digital~ ~edv~ ~fast~ ~flow
        ~gate ~grid ~hive ~hub ~informat~ ~informatik~ ~infrastruktur~ ~lab ~labs ~linux~ ~loesungen ~logic
        ~logix ~media ~netic~ ~node ~packet ~peer ~pixel~ ~route ~sat ~security~ ~serv ~serve ~smart~ ~soft
        ~solution~ ~sphere ~spot ~stack ~stream ~switch ~sys ~system~ ~systems ~tec ~tech ~technolog~ ~tek
        ~tela ~tron ~tronic ~tronics ~verse ~vision ~ware ~works ~zone
    """,
}

# Words that a stem above would take by mistake.
NEVER: dict[Sense, str] = {
    Sense.EDUCATION: """
        baumschule baumschulen
    """,
    Sense.MOBILE: """
        automobile immobile wohnmobile
    """,
    Sense.HOSTING: """
        barrack ghost hostel hostelry hostels hostess rivm track tracks
    """,
    Sense.ACCESS: """
        komunikacyjna komunikacyjne komunikacyjny
        arzneimittel bartel blink bonnet bookingcom cabinet cableway cableways carnet cartel bluebonnet castel clarinet
        clink com connecticut cornelinet cornet dycom ecom ethernet flugleidahotel garnet genet hornet hostel
        hotel intel intercom internetional kabelwerk kabelwerke kabinet kabinett kapitel kastel lebensmittel
        magnet mantel mattel microwave mittel motel nahrungsmittel orascom pastel patelco planet siemenscom
        sonnet takeawaycom titel wintel
    """,
    Sense.TRADE: """
        embankment hafenlohr markting
    """,
    Sense.WEAK_TRADE: """
        technik
    """,
    Sense.TECH: """
        apotek apoteket bibliotek biotech cosmetic diverse edgewater edgewood edgeworth electronic electronics
        eumetsat europeer fastighet fastigheter genetic genetics kinetic lumber magnetic microelectronics
        netherlands shipping shops software television
    """,
}
