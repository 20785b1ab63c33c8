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
        mobitel movil moviles mvno simcard telcel umts wireless ~mobile
    """,
    Sense.HOSTING: """
        alojamiento antiddos anycast backup baremetal blockchain chmura colo coloc~ compute crypto datahotel
        datahouse datapark dc ddos dedi~ domain domains domeinen domeny gameserver~ hebergement hebergeur
        hospedagem hostel~ host~ iaas internap interxion minecraft nodes nube paas rackspace rechenzentren saas
        scrubbing serveur~ serwer~ storage validator virtual virtuozzo vms vps~ webhost~ webspace ~cdn ~cloud~
        ~colocation~ ~datacenter~ ~datacentre~ ~datacentrum~ ~datacentr~ ~dns ~host ~hoster~ ~hosting~ ~hosts
        ~node ~rack ~racks ~rechenzentrum~ ~server~ ~servidor~ kvm vm ~vps
    """,
    Sense.ACCESS: """
        airband antenn~ backbone banda breedband~ cable~ cabo carrier carriers catv clearwire comcable comms
        communication comunicaciones comunicacoes comunicazioni conectividade conexao conexion dialup fibr
        fibron freifunk~ ftth fttx giga gigabit gigaset hotspot infra interconnexion interkom iptv ix ixp
        kommunikasjon komunikacij~ komunikac~ lan larga longdistance multimedia natverk netvaerk netwerk
        netwerken netze netzwerk~ onlinedienst~ pbx peering pkt~ provedor provedores provider providers radio
        radioamateurs rede reseau reseaux seti sieci sip sms~ stadtnetz~ svyaz~ tele teledis teledistribution
        telekomunik~ telenet~ telia tv voice vsat wan waves wlan ~bredband~ ~breitband~ ~broadband~ ~com ~comm
        ~conn ~communications~ ~connect~ ~datapath ~dsl ~fiber~ ~fibra~ ~fibre~ ~gig ~glasfaser~ ~glasvezel~
        ~internet~ ~isp ~kabel~ ~kommunikation~ ~link ~links ~mesh ~natet ~net ~nets ~nett ~network~ ~netz
        ~online ~pkt ~redes ~satellit~ ~siec ~sms ~sviaz~ ~svyaz ~swiatlowod~ ~tel ~telcom ~telco~ ~tele2
        ~telecom~ ~telefonia~ ~telefon~ ~telekom~ ~telematic~ ~telematyk~ ~telephon~ ~voip ~wave ~web ~wifi~
        ~wisp
    """,
    Sense.EDUCATION: """
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
        stadtverwaltung starostwo svb tesoreria treasury tribunal urzad uwv valsts veiligheidsregio veterans
        wetterskip wojewodzt~ zoll ~amt ~bundesamt ~bundesanstalt ~departement~ ~direktoratet ~forsvaret~
        ~gemeente ~inspectorate ~justiz ~kommun ~kommune ~kreisverwaltung ~landtag ~ministerie~ ~ministerium~
        ~myndigheten ~overheid~ ~styrelsen ~verket ~waterschap~
    """,
    Sense.REGISTRY: """
        arin domainregistry iana icann registries registry ripe ~nic
    """,
    Sense.UTILITY: """
        bynet coop cooperativa cooperativas cooperative energinet gemeindewerke kommunalbetriebe membership
        utilities werke~ ~energi ~kraft ~stadsnat~ ~stadtwerk~
    """,
    Sense.TRADE: """
        accountancy accountant accountants accounting advies advisers adviseurs advisors advisory aero aerospace
        afval agrar~ agri~ agro~ aircraft airline airlines airways alu aluminium antriebstechnik apotheek~
        apothek~ apparel appliance appliances aqua architect~ armaturen assicuraz~ assurance assurances
        attorneys auction auctions audit auditors aufzug~ auktion~ auto automotive autos aviation avocats
        baeckerei bakery banca banco bancorp banque batterie~ battery bearings beaute beauty beer belasting~
        beleuchtung bestatt~ bet betting beveiliging beverage beverages biolog~ biomed~ bioscience biosciences
        biotech bisdom bistum bostad~ brauerei brewery brewing broker brokerage brokers brood brouwerij builders
        bus busses cancer candy car cardiology care cargo caritas cars casino casinos catering cement ceramics
        charities charity cheese chimie chocolat~ church cinema cleaning clinical clinics clothing coffee
        construction constructions container containers contractor contractors cosmetics courier crane cranes
        credit crediti credits cruise cruises dagblad dairy dental dentist~ diagnostics diocese distiller~
        dredging drinks druckerei druk~ dynamics elektriciteit~ elektrotechniek elevator employment energia
        erdgas escalator estates fabrics fabriek~ farma~ farms fashion ferries ferry finans fish fisheries
        fishery fleischerei fleischwaren flower flowers fonds foods football forest forestry forsakring~
        forsikring~ freight fund funds funeral furniture fussball garden gas gasunie gasversorg~ genomics
        gesundheit~ gezondheid~ ggd glass grocers grocery groothandel~ haushalts~ haven~ healthcare hearing
        hedge helicopter~ hopital hopitaux household housing huur hydraul~ hypothe~ imaging immo~ incasso
        industry ingenierie inkasso installatie~ instrumentation insurance insurers jewelry juridisch kaas
        kaeltetechnik kaffee keramik~ kerk kern~ kitchen kliniek koffie kran~ kredit~ kruis kuchen~ kunststoff~
        laboratoires laboratories laboratory landtechnik laundry law lawyers lease leasing legal licht lift
        lifts lighting living loterij lotteries lottery~ lotto luchthaven luchtvaart machinefabriek machinery
        machines magazine magazines makelaar~ manufactur~ marine maritime markets mart meat medisch medizin~
        metallurg~ metals meubel~ microelectronics minerals mines ministries mode modehaus molkerei mortgage
        motor motors mutual mutuelle newspaper newspapers notariaat notaris nuclear nursing offshore oil
        oncology optic~ packaging paper parcel parfum~ parkeer~ parken parking patient payroll pensioen~ pension
        pensions pensjon perfume personnel pet petrochem~ petrol~ physicians pipeline pipelines pizza plastic
        plastics ports postnl press printing properties publications publicis publisher publishers pumpen pumps
        radiology raiffeisen~ rail railinfra~ railroad railway railways realty rechtsanw~ reclame recruitment
        recycl~ refinery reinigung reinsurance reis reizen rent rental rentals residential resort resorts
        restaurant restaurants retailers rubber saat~ sante scheepswerf scheepvaart schoonmaak schuh~ securities
        seeds seguros senior shipbuilding shipping~ shipyard~ shoes solar solicitors spirits spitaler spoorweg~
        staal stadium staffing stationery steel sugar supermarkt~ surgical sykehus synod szpital tanker tankers
        tax taxi tea televisie televisione televisions terminal terminals textil~ theater theaters theatre
        timber tires touring tourism~ tours toys tractor~ travel truck trucking trucks turbine turbines tyre
        tyres ubezpiecz~ uitgever~ uitvaart uitzend~ umc umwelttechnik valves vastgoed veiling veilingen
        verfahrenstechnik verlags~ vermietung verpakking~ verzeker~ vet veterinary vlees voeding voetbal
        warenhaus waste watches wein werbung wetten wholesale wholesaler wholesalers wind wine winery wines
        wohnen wohnungs~ woning~ wood woonstichting yards ymca zaden zeitarbeit zeitungs~ zoo zuivel ~abfall~
        ~advocaten ~airport ~analytic~ ~apotek~ ~automobil~ ~bahn~ ~bank ~bank~ ~bau ~beton~ ~bladet ~bloemen~
        ~bouw~ ~chemi~ ~chirurg~ ~clinic ~compressor~ ~diakonie~ ~drogerie~ ~electric~ ~emballage~ ~energie
        ~energietechnik ~energie~ ~energy ~fabrik~ ~fahrzeug~ ~farm ~fastighet~ ~fernseh~ ~film ~financ~
        ~finanz~ ~flughafen~ ~food ~forst~ ~gasthuis ~gasversorg~ ~ggz ~glas ~grosshandel~ ~hafen~ ~handel~
        ~health ~holz~ ~hospital~ ~hotel~ ~immobilien~ ~industrie~ ~industri~ ~ingenieur~ ~kasse ~kaufhaus~
        ~keuken~ ~kirchen~ ~kirche~ ~klinik~ ~krankenhaus~ ~labor ~lebensmittel~ ~leuchten~ ~logistik~ ~logisti~
        ~lufthansa~ ~markt ~markt~ ~maschinenbau ~maschinen~ ~medical~ ~medic~ ~medizintechnik ~messtechnik~
        ~metall~ ~milch~ ~moden ~moebel~ ~museum~ ~nahrung~ ~omroep ~optik~ ~papier~ ~pensioen~ ~petroleum
        ~pharm~ ~rederij ~reisen~ ~retail ~rundfunk~ ~semicon~ ~sparkasse~ ~spedition~ ~spitaeler ~spital
        ~stahl~ ~therapeut~ ~touristik~ ~transport~ ~tuin~ ~verhuur~ ~verkehr~ ~verlag~ ~verpack~ ~versand~
        ~versicherung~ ~vervoer ~verzekering~ ~wasser~ ~water~ ~werft~ ~werkzeug~ ~winkel~ ~wohnung~ ~wonen
        ~zeitung~ ~ziekenhuis~ ~zorg ~zorg~ ~zucker~
    """,
    Sense.WEAK_TRADE: """
        advertising asset assets brands broadcast broadcaster broadcasting building buildings capital club
        collection consultancy consultants controls devices electro~ engineering engineers entertainment
        environmental equity estate export express facilities facility feed feeds gold home homes import
        importers investment investments investors laser marketing measurement mission mobel music musik news
        optik paiement payment payments plant plants post posten power property publishing records resources
        retail robot~ scientific shop shops store stores strom studio studios supplies supply technik television
        tools trade trader traders trading training wind wire ~automation~ ~beratung~ ~distribut~ ~elektronik~
        ~elektro~ ~film~ ~games ~gaming ~instrument~ ~invest ~sensor~ ~software~ ~softwar~ ~sport~
    """,
    Sense.TECH: """
        ai antelecom api app apps asn automatisering~ bgp bits code coding computing consulting cyber~ databases
        daten~ desktop dev developers digi~ edge~ flux fusion gateway gsg hyper~ ict informacyjn~ informasi
        infrastructur~ innovation innovations innovative interactive ip4 ip6 it itc itservice~ kernel kommunal~
        komputer~ losungen lumen managed matrix media~ micro~ monitor monitoring msp nano~ net~ nexus noc
        numerique opensource operations operator operators oplossingen outsourcing packets photon platform
        platforms portal quantum radiocom rapid remote root router~ routing sattelite scada secure server~
        sicherheit sistem~ soluciones solucoes soluzioni space stream~ support swift~ technologies~ techs
        tecnologia~ tecno~ tehnolog~ teknologi~ tekno~ telemetry ti tic turbo ultra~ unix velocity ventures
        voicecom webservices workplace workspace xnet ~automatisering~ ~base ~bit ~byte ~bytes ~comp ~computer~
        ~consult ~core ~data ~daten ~datenverarbeitung~ ~digital~ ~edv~ ~fast~ ~flow ~gate ~grid ~hive ~hub
        ~informatik~ ~informat~ ~infrastruktur~ ~lab ~labs ~linux~ ~loesungen ~logic ~logix ~media ~netic~
        ~packet ~peer ~pixel~ ~route ~sat ~security~ ~serv ~serve ~smart~ ~soft ~solution~ ~sphere ~spot ~stack
        ~stream ~switch ~sys ~systems ~system~ ~tec ~tech ~technolog~ ~tek ~tela ~tron ~tronic ~tronics ~verse
        ~vision ~ware ~works ~zone
    """,
}

# Words that a stem above would take by mistake.
NEVER: dict[Sense, str] = {
    Sense.MOBILE: """
        automobile immobile wohnmobile
    """,
    Sense.HOSTING: """
        barrack ghost hostel hostelry hostels hostess rivm track tracks
    """,
    Sense.ACCESS: """
        arzneimittel bartel blink bonnet bookingcom cabinet cableway cableways carnet cartel castel clarinet
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
        apotek apoteket bibliotek biotech diverse edgewater edgewood edgeworth eumetsat europeer fastighet
        fastigheter microelectronics netherlands shipping shops software television
    """,
}
