"""Firms of America, law firms, funds and charities among them; pure data.

They add to `known_firms`, and are spelt as there.
"""

FIRMS = """
    23andme, 2k games, 3e company, 4imprint, 4life research, a e television, a10 networks, aaa national, aaa northeast,
    aaa washington, aar!, aarp, aashto, abc warehouse, abercrombie fitch, abm industries, academy sports, accruent, aces
    power, aci worldwide, acrisure, active international, activision, acumed, acxiom, adient, adm!, adobe systems,
    adobe!, adorama, adt security, adt!, advanced micro devices, advantage sales, advent software, advisor360, aechelon,
    aecom, aeg!, aerodata, aes corporation, aes services, afba, afni!, afscme, agribank, aig europe, aig global, aig
    technologies, ainsworth game, aipso, air methods, aj antunes, aja video, akerman, akin gump strauss, aksia, alacrity
    services, alarm com, alcon labs, alcon!, aldevron, alegeus, alight!, alion science, all mobile video, allcare
    pharmacy, allegheny technologies, allegis group, alliance data, alliant energy, allied pilots, allied universal,
    alma atacama, alsco, altalink, alzheimers, amc theatres, amedisys, ameren, american agcredit, american association
    for the, american century, american city business, american electirc power, american greetings, american honda,
    american international group, american mathematical, american society for testing, american traffic solutions,
    american type culture, amerigas, amerisourcebergen, anaplan, ankura, aon esolutions, apache!, apex clearing, apex
    systems, api group, applebee, applebees, applied predictive, applied weather, aqr capital, aquent, arcbest, archer
    and greiner, arconic, aristocrat technologies, arnold magnetic, arris technology, arrow electronics, asahi kasei,
    ascena, ascensus, associated banc, associated grocers, astera labs, atlas van lines, atsg, attachmate, atypon,
    audacy, audible magic, augsburg fortress, austin convention, autoloop, automatic data processing, automationdirect
    com, avago, availity, avangrid, avature, avera mckennan, avi foodsystems, avid technology, avmed, axiom space, bain
    and company, balance of nature, balyasny, banfield, baron services, bath body works, battery ventures, bax global,
    bbdo, bbn technologies, bcbsvt, bcd travel, bdp international, beachbody, beatport, bechtel, becu!, behr process,
    belcan, bell textron, belz enterprises, belz!, bemis, bendix, benefitfocus com, bennett jones, bepco, berkley
    technology, bernards!, bernina of america, best western, beta offshore, betanxt, bgrs, big y!, bill melinda gates,
    billtrust, billy graham, bjs wholesale, black veatch, blackbaud, blackboard, blackline systems, blackline!,
    bloodworks, blue diamond growers, blue shield of california, bluecross blueshield, bluefin payment, blujay
    solutions, bok center, border states, boston globe, bottomline technologies, boxx technologies, boys town, braun
    intertec, breckinridge capital, brewer science, bright horizons, brightedge, brightstar global, broadway technology,
    brown advisory, btig, budco, bungie, burlington coat, burton snowboards, business wire, butler snow, bwx
    technologies, cabi!, calero mdsl, calibre systems, callaway, callidus, cambridge associates, camp systems, cantor
    fitzgerald, canyon partners, capital city home loans, captioncall, carahsoft, cardtronics, cardworks, careerbuilder,
    carefusion, careoregon, carfax, caris life, carlton fields, carnegie hall, carnival!, carollo, carpenter technology,
    carsforsale com, cartus, cary street partners, cascade microtech, casey family, cass information, castle cooke,
    castle harlan, cbs!, ccbill, cdk global, cdphp, cefcu, cengage, cenlar, centene, center for american progress,
    centerbridge, centerview partners, centralreach, century gaming, ceridian, chadbourne parke, charles river
    laboratories, charles river operation, chess com, chewy com, chi overhead, chicago mercantile, chicago symphony,
    choicepoint, cirrus logic, clair global, clarion events, clarios, clearcaptions, clearcorrect, clearent, clearpool,
    cleco!, cleveland browns, cliftonlarsonallen, clinicomp, cognizant, collectors universe, collette vacations,
    cologuard, comdata, comerica, commscope, community foundation, commvault, complete discovery, compsych, comscore,
    concentrix cvg, concurrent technologies, conduent, connecture, conopco, conservation international,
    constructconnect, contextlogic, cooley!, coopervision, copeland!, copyright clearance, core main, corelogic, corvel,
    covermymeds, covius, cowan systems, cowen execution, cqg!, crawford company, credigy, crestron, crete carrier,
    crosscountry mortgage, crowe!, crunchtime, crye leike, csg systems, cumulus media, curb mobility, currenex, cvent,
    cyberagent, cyracom, cystic fibrosis, cytel, d e shaw, daimlerchrysler, daktronics, dana!, dash financial, data
    axle, data recognition, dataminr, davidson kempner, davis vision, daybreak game, de shaw, dealertrack, debevoise,
    deborah heart, dechert, deepintent, delaware north, delek, deli express, deltek, deluxe media, deluxe!, dematic,
    democratic national committee, demonware, denver center for, deseret mutual, dhisco, dhr international, dial global,
    dicks sporting, dierbergs, digi international, digi key, dimensional fund, discount tire, district photo, do it
    best, doctors associates, dodge cox, dominion enterprises, donegal mutual, doubleverify, dreamworks, drivetime, drs
    technologies, drury inns, dsld homes, dst systems, dtn!, dura automotive, duracell, dwyer group, dxc technology,
    dynetics, e2open, eagle seven, early warning services, eastman kodak, eby brown, ecfmg, eci software, eclerx,
    eclinicalworks, ecri, edgewood companies, edmunds com, elavon, elderhostel, election systems, electro scientific,
    element vehicle, elementis, elliott associates, ellis medicine, ellucian, emergency 24, emergent bio, emergent
    biosolutions, emoney advisor, empyrean benefit, encompass digital media, encore group, encyclopaedia britannica,
    enerbank, energy transfer, enfusion, enlink midstream, entrata, entrust global, environmental science associates,
    epam, epic systems, epicor, epiq, eplus, epsilon data, epsilon interactive, equilend, equitrans, ercot, eset!, espn,
    essendant, estes express, evangelical lutheran good samaritan, evans sutherland, everfox, evertec, evolution
    markets, exactech, exagrid, exelon, exl service, exostar, express employment, express messenger, extra space
    storage, extreme networks, extron, eyecare services partners, ezcorp, eze castle, ezlinks golf, fair isaac, family
    dollar, famous smoke, fandango, fannie mae, farelogix, fareportal, fast enterprises, fastsigns, federated investors,
    ferguson enterprises, fidelity express, fidelity guaranty, fil investment, finastra, finish line, first american
    payment, first data, first national technology, fisher brothers, fisher investments, fisher scientific, fitness
    international, fix flyer, fleetcor, flextronics, flightsafety, floridas natural, focus brands, focus on the family,
    follett, fontainebleau, forbes com, ford foundation, forescout, forever living, fortanix, forty niners, foster
    poultry, foursquare, fox news channel, fox television, frankcrum, freddie mac, fredrikson byron, freestone grove,
    freewheel media, frontier science, ftd!, fti consulting, fubotv, gaf!, gainwell, galileo financial, gallagher
    bassett, gallup!, gamestop, gannett, gateway mortgage, ge aircraft, geha, genealogical society, genentech, generac,
    genpact, ginkgo bioworks, girl scouts, gladson, glmx, globaldata, globallogic, glovis, gnc!, goldberg lindsay,
    golub!, graham media, grand and toy, gray media, gray television, greenberg traurig, greendot, greenheck, greenlight
    capital, grey group, grifols, group m, groupm, guidant, guitar center, gyrodata, h e b, h r block, hangley
    aronchick, haworth!, haystackid, hazelden, hbo europe, hca information, hcr manorcare, headlands technologies,
    healthaxis, healthpartners, healthstream, hearst argyle, hearst corporation, heartflow, hearts on fire, hedgeserv,
    heidrick, heitman, hendrick motorsports, hensel phelps, here global, herff jones, hf management, hidden villa,
    highmark, hill international, hillenbrand, hireright, hk systems, hni!, hntb, holland america, hollywood park, home
    box office, homeserve, horizon blue cross, horizon media, houston association, houston texans, houston zoo, hov
    services, hp hood, hub group, hub international, hulu, human kinetics, human rights watch, humphreys half moon, hunt
    companies, huntington place, huron consulting, hypertherm, hyperwallet, i2 technologies, i2c incorporated, i2c!, iac
    interactivecorp, iac services, ibex global, ice data services, ice miller, icf international, idealab, identrust,
    iex group, ign entertainment, igt!, ilani resort, illumio, imanage, imc markets, img academy, imshealth, in n out,
    incomm, incredible technologies, index exchange, infoblox, information handling services, information resources,
    ingram book, inovalon, insight direct, integral development, intellectual ventures, interface security, intermedix,
    international aids, international data group, intersystems, intex solutions, intoxalock, intrafi, intralinks,
    invitae, iowa farm bureau, iracing, iracing com, iss governance, itc holdings, itochu techno, jagex, jamf, jazz
    basketball, jbs usa, jcpenney, jd byrider, jegs, jeld wen, jetpay, jewelry television, jewish federation, johns
    manville, johnstone supply, jostens, jsj!, justworks, katun, kbr!, kc current, kennametal, kexp, keystone
    collections, khoros, kia corporation, kia!, kingston technology, kintetsu world, kkr!, kldiscovery ontrack, kodak
    alaris, kohler, kratos, krispy kreme, kronos!, kum go, l l bean, l3harris, la curacao, laitram, lakeshore learning,
    landstar, lanvera, larry h miller dealerships, laserfiche, latitude ai, lazard, lbmc, leaf group, ledvance, lending
    tree, lereta, les schwab tire centers, lexisnexis, lhc group, libbey!, liberty dental, liberty media, lifeline
    systems, lifewave, lighthouse document, lionbridge, listrak, litera!, ll bean, loan science, loandepot com,
    logista!, lord abbett, los angeles football club, los angeles lgbt, louisville gas electric, lowenstein sandler,
    lpga, lpl financial, lsg sky chefs, lubrizol, lumentum, lutron, lvhn, lyric opera, mac papers, macquarie bank,
    macquarie global, macquarie group, mag tek, magellan midstream, magtek, majesco, major league baseball, major league
    soccer, mall of america, mallinckrodt, malwarebytes, management science associates, manatt phelps, mannatech,
    mannington mills, mantech, marathon asset, marnell, marqeta, mars services, marshalls!, martignetti, massachusetts
    eye, mastec, matco tools, maxell, may mobility, maystreet, mcdermott will, mcgladrey, mcgrath north, mcgrath
    rentcorp, mclane advanced, medallia, medexpress, medica health, medidata, medirevv, medline, medpoint, medstar
    mobile, meijer, melaleuca, mellanox, memc!, merative, merchant esolutions, merchant link, mercury radio arts,
    mercury systems, meridianlink, metabo, metasource, meyer sound, michael susan dell, micro focus, microbilt,
    microsemi, microstrategy, midcontinent independent, midwayusa, midwest hose, midwest tape, mikes hard, miller
    canfield, millerknoll, minnesota adult, minnesota public radio, minnesota wild, mitchell international, mitre!,
    mitsubishi electric, mobilexusa, modern woodmen, moduslink, mohela, molex, money management international, moore
    capital, moore van allen, morae global, morgan morgan, morris nichols, morrison foerster, motorola solutions,
    motorola!, mount sinai, movement mortgage, movers specialty, msg entertainment, mullinax ford, multi tech systems,
    multnomah athletic, murphy oil, muzak, myspace, nab investment, nagarro, nahb, national association of realtors,
    national cinemedia, national collegiate, national futures, national gallery, national geographic, national marrow,
    national pen, national public radio, national rifle, national vision, national wildlife, natures way, navcom
    technology, navient, navis!, navitaire, navitus, nbcuniversal, nbs payment, ncr!, nec corporation, nec!, neogen,
    neogenomics, neogov, netapp, netcracker, netdocuments, netjets, netscout, netsmart technologies, neuropace, new
    american funding, new cch, new york foundling, new york independent system, new york mercantile, new york public
    radio, new york times, newbreak, newegg com, newellrubbermaid, newsday, ngk spark, ngk sparkplugs, nielsen company,
    nifco, nimble storage, norc!, north american stainless, north american van, northeast delta dental, northwest
    multiple listing, nortonlifelock, norvax, norwest venture, notion labs, nsf international, nsk!, nthrive, nugget
    market, numerix, nutanix, nutter!, nyt hong kong, office depot, officemax, ofs fitel, oklahoma city convention,
    oklahoma gas electric, olshan!, omaha steaks, omnicare, omnissa, oneok, onesource virtual, onezero financial, open
    access technology, openx technologies, opexus, optiv, optym, oreilly media, organic valley, orix corporation usa,
    orix!, orora, orthonebraska, oshkosh!, osisoft, our daily bread, our sunday visitor, outbrain, overstock com,
    ovintiv, owens corning, oxford industries, pacific coast producers, pacific sunwear, pacificorp, paciolan, pactiv,
    paloma partners, panagora, pandora media, panduit, par technology, parsons!, parts authority, partssource, pason
    systems, paul weiss, paxton media, paycom payroll, paylocity, payoneer, payward, pc connection, pcb piezotronics,
    peak6 group, pegasystems, peloton interactive, peloton!, penn medicine, penn national, penske, peopleconnect,
    peoplefluent, pep boys, per mar, peraton, perella weinberg, perfecto mobile, perpetual storage, petco, petsmart, pga
    tour, phonak, photobucket com, photronics, phreesia, pimco, piper jaffray, pittsburgh penguins, pjm interconnection,
    plastipak, playboy, playtech, playtika, poet!, politico!, polunsky beitel, porch com, portfolio recovery, power home
    remodeling, ppdi, practice fusion, praetorian security, prairiecare, praxair, premera, priceline com, pride
    mobility, prison fellowship, prodege, progressive finance, proponent!, proquest, proto labs, provident funding,
    pscu, public broadcasting service, public service company of, public service enterprise, pubmatic, pulsepoint, pure
    storage, purple language, pvh!, q2 software, qualtrics, quantlab, quintilesims, quotemedia, r l carriers, r r
    donnelley, rabo support, rack room, radio free asia, radio systems corporation, radiologic associates, rafferty
    capital, rainbow media, raleys, rambus, ramsey solutions, ravinia festival, rayus radiology, real page, realogy,
    realpage, red lobster, red ventures, reed business, regal entertainment, relativity space, reliaquest, renaissance
    technologies, restoration hardware, reyes holdings, rhythmone, rigetti, rimkus, riverbed technology, robinson
    bradshaw, rodgers builders, roomstogo com, rotary international, rovi!, rr donnelley, rtx!, rubin postaer, ruoff
    mortgage, rxo corporate, rxo!, safeway, sagility, saic!, sailpoint, samaritans purse, sambanova, samtec, san jose
    sharks, sandisk, sandler capital, sap america, sap labs, sapient!, sas institute, sauce labs, save the children,
    sbli, scentsy, schaefer systems, schiff hardin, schlage, scriptpro, seattle cancer, secureworks, sei investments,
    selendy gay, seminole gaming, sempra, sensata, sentry data, sequoia capital, servicelink holdings, sesame workshop,
    shearman sterling, shelter mutual, sheppard mullin, shift4, shopko, showingtime com, shutterfly, sightlife, signal
    restoration, simonmed, simplehuman, sinclair broadcast, sirius xm, sirsidynix, sitel philippines, six financial, sk
    hynix, skechers, skydance, smarttrade, smith and nephew, sms assist, smsc!, snapfish, society for human resource,
    solaredge, solarwinds, solidigm, sonicwall, sony media, southwest power pool, southwire, space systems loral,
    specialized bicycle, spectra logic, spirit aerosystems, splunk, spok!, spraying systems, sprouts farmers, square!,
    squire patton, ss c solution, ss c technologies, stack exchange, stampinup, stamps com, staples!, star tribune,
    startek usa, starwood, starz, stefanini, steiner studios, sterling infosystems, steward health, stewart title,
    stifel, stone ridge asset, stratacache, strategic value partners, stratus technologies, summit racing, sumtotal, sun
    maid, sunbelt rentals, superion, supermicro, supervalu, supply frame, surescripts, swbc, symbotic, symphony retail,
    synchronoss, synergent, synopsys, sysmex, systemax, t3 trading, tallgrass, tamarack resort, tastefully simple,
    tastyworks, tavant, te connectivity, teleflora, telit iot, telit!, telligen, tenneco, tennessee aquarium, teradata,
    terminix, tetra tech, tforce freight, the blackstone, the brookings, the cadillac fairview, the childrens place, the
    clearing house, the colonial williamsburg, the culver studios, the descartes, the devereux, the freeman companies,
    the glenmede, the goldman sachs, the heritage foundation, the hibbert, the institutes!, the jockey club, the kennedy
    center, the mens wearhouse, the mitre, the nature conservancy, the nemours, the new york historical, the nielsen,
    the nordam, the ogilvy, the park national, the pew, the philadelphia orchestra, the phoenix suns, the princeton
    review, the prudential, the rmr group, the rockefeller, the seattle times, the stanley works, the times union, the
    walsh group, thedacare, therap services, thermos!, thestreet com, thesys technologies, thompson siegel, thomson
    reuters, thoughtspot, threattrack, thryv, thx!, tiffany and, tiffany!, tiger management, tivo!, tko worldwide, tokyo
    electron, topcon, torani, toronto hydro electric, torrid!, toto!, trac intermodal, tradebot, tradelink, tradeweb,
    traiana, trans union, translink!, transre, travelcenters, travelclick, trellix, trevipay, trilegiant, trilith
    studios, trillium staffing, trioptima, tronox, trueex, trustwave, tullett prebon, turner broadcasting, turnitin,
    tyco, tyler technologies, tyndale house, uber technologies, uber!, ucare, udr!, uhlig, uline!, ultimate software,
    ultradent, unfi!, united site services, united states cold storage, unitedhealth, unitedhealthcare, universal
    orlando, unum group, unum!, upmc, us chamber, vagaro, valero, valmont, vascor, vector security, vectorworks, vegas
    com, venable!, verscend, vertafore, vertiv, vestis, viacom!, victorias secret, victory wholesale, videojet, virtual
    radiologic, virtuoso!, virtusa, visa international, vision service plan, visiting nurse, vitol, vivint solar,
    vizient, volusion, vortex optics, w w grainger, wachter!, wageworks, waggener edstrom, wahl clipper, wakemed, wal
    mart, wall street access, wall street systems, wallace hardware, warehouse direct, washington gas, washington post,
    waste connections, watchfire!, watchguard, waterstone mortgage, wayfair, wbns tv, weatherford, webmd, weichert,
    weigel broadcasting, wellmark, werner enterprises, wescom credit, wested!, western carriers, westgate resorts,
    westinghouse, weston solutions, wfmz tv, whatabrands, whdh tv, wheels!, wikimedia, wildlife conservation, william
    oneil, wilsonart, winn dixie, winston strawn, wintermute trading, winthrop weinstine, wizards of the coast, wk
    kellogg, wolverine execution, wolverine worldwide, woodruff arts, workforce software, world golf tour, worldstrides,
    wplg tv, wsecu, ww grainger, wwe!, xactly, xr trading, yancey bros, yardi, yeo yeo, yext, yodlee, young living,
    young mens christian, yrc!, zale delaware, zale!, zappos com, zb!, zenith american, zetec, zillow, zoic studios,
    zoox, zuora, zywave
"""
