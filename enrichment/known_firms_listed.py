"""Firms in the stock indices of Europe, America and Japan; pure data.

They add to `known_firms`, and are spelt as there.
"""

FIRMS = """
    acadia healthcare, acadia pharmaceuticals, acadia realty trust, acadian asset management, acciona, acciona energia,
    acerinox, ackermans van haaren, acm research, acushnet, adamas trust, addtech, addus homecare, adeia, adma
    biologics, adtalem global education, advance auto parts, advantest, aedifica, aena!, air lease corporation, air
    products, aixtron, ajinomoto, albany international, ald automotive, alexander baldwin, alexandria real estate
    equities, align technology, alkermes, all nippon airways, allegiant travel, alnylam pharmaceuticals, alpha
    metallurgical resources, alps alpine, altria, alzchem, amadeus fire, amcor, amentum, american axle, american eagle
    outfitters, american states water, american water works, american woodmark, ameriprise financial, ameris bancorp,
    amerisafe, amn healthcare services, amneal pharmaceuticals, amphastar pharmaceuticals, analog devices, ani
    pharmaceuticals, antofagasta, aozora bank, apellis pharmaceuticals, apogee enterprises, apollo commercial real
    estate, apple hospitality reit, applovin, arbor realty trust, archrock, arcus biosciences, ares management, argen x,
    arlo technologies, armada hoffler properties, armour residential reit, armstrong world industries, artisan partners,
    artivion, asahi breweries, asbury automotive, astec industries, astrana health, atlantic union bank, atlas energy
    solutions, atmos energy, avalonbay communities, avanos medical, avery dennison, axon enterprise, axos financial,
    azelis, azenta, badger meter, banc of california, banco bilbao vizcaya argentaria, banco sabadell, bank of hawaii,
    bank of hope, bank of yokohama, bankinter, bankunited, banner bank, befesa, benchmark electronics, beneteau!, bio
    techne, biolife solutions, bjs restaurants, blackstone mortgage trust, bloomin brands, boise cascade, boot barn,
    borussia dortmund, brightspring health services, brinker international, british land, brown brown, brown forman,
    builders firstsource, bunzl, bureau veritas, caesars entertainment, cal maine, california resources, california
    water service, camden property trust, capitol federal, career education, caretrust reit, carmax, carmila, carnival
    corporation, carrier global, carvana, casella waste systems, catalyst pharmaceuticals, cathay general bancorp, cavco
    industries, celanese, cencora, centerspace trust, central garden, central garden pet, central japan railway, central
    pacific financial, century aluminum, century communities, cf industries, ch robinson, champion homes, cheesecake
    factory, chefs warehouse, chemours, chesapeake utilities, chiba bank, chipotle mexican grill, chubu electric power,
    chugai pharmaceutical, church dwight, cincinnati financial, cintas, citizens financial, clariane, cms energy,
    cofinimmo, cohen steers, collegium pharmaceutical, comfort systems usa, comstock resources, conagra brands, conmed,
    consol energy, consolidated edison, constellation brands, convatec, cooper companies, corcept, corcept therapeutics,
    core laboratories, corsair gaming, corteva, covivio, cracker barrel, credit saison, crescent energy, csw
    industrials, curbline properties, customers bancorp, cvb financial, cvr energy, cvs health, cytek biosciences, d r
    horton, dai ichi life, dai nippon printing, daiichi sankyo, daikin industries, daiwa house industry, daiwa
    securities, darden restaurants, dave busters, deckers brands, derichebourg, dermapharm, deutsche beteiligungs,
    deutsche euroshop, deutsche pfandbriefbank, devon energy, diamondback energy, diamondrock hospitality, dime
    community bank, dollar general, dominion energy, donnelley financial solutions, doordash, dorian lpg, dorman
    products, douglas emmett, dream finders homes, dxp enterprises, east japan railway, easterly government properties,
    eastman chemical, eckert ziegler, edenred, edison international, edwards lifesciences, eisai, elevance health, elia
    system operator, ellington financial, elmos semiconductor, embecta, endeavour mining, endesa, eneos, enerpac tool,
    enova international, enphase energy, enpro, enpro industries, eog resources, epiroc, equity residential, eramet,
    erie insurance, esco technologies, essential properties realty trust, essex property trust, essilorluxottica, esso
    saf, ethan allen, eurazeo, evergy, exp world, expand energy, expeditors international, fanuc, fast retailing,
    federal realty investment trust, federal signal, ferrovial, fifth third bancorp, first commonwealth bank, first
    financial bancorp, first hawaiian bank, first interstate bancsystem, fluidra, formycon, forward air, four corners
    property trust, fox factory, francaise des jeux, franklin bsp realty trust, franklin electric, franklin templeton
    investments, freeport mcmoran, fresh del monte produce, freshpet, fresnillo, fuchs petrolub, fukuoka financial,
    fulton financial, furukawa electric, g iii apparel, games workshop, ge aerospace, gentherm, genuine parts, genworth
    financial, gerresheimer, getty realty, gibraltar industries, glaukos, global net lease, global payments, globe life,
    golden entertainment, goosehead insurance, grand city properties, granite construction, green brick partners,
    greenbrier companies, grocery outlet, group 1 automotive, groupe bruxelles lambert, gs yuasa, h2o america,
    hamborner, hanmi bank, hannon armstrong, hannon armstrong sustainable infrastructure, hannover re, harmony
    biosciences, hasbro, haseko, hawaiian electric industries, hb fuller, hca healthcare, healthpeak properties,
    heartland express, heidelbergcement, helix energy solutions, helmerich payne, highwoods properties, hikma
    pharmaceuticals, hino motors, horace mann educators, hormel foods, host hotels resorts, howmet aerospace, hoya!,
    hubbell!, huhtamaki, huntington bancshares, huntington ingalls industries, icade, icu medical, id logistics,
    idemitsu, idemitsu kosan, idexx, idexx laboratories, ihg hotels resorts, imperial brands, industrivarden, ingersoll
    rand, ingevity, inmobiliaria colonial, innovative industrial properties, innovex international, insperity, inspire
    medical systems, installed building products, insteel industries, insulet, integra lifesciences, inter parfums,
    international paper, international seaways, intertek, intuitive surgical, invesco, invitation homes, isetan
    mitsukoshi, isuzu, itochu!, j front retailing, j j snack foods, jack henry associates, jackson national life, jacobs
    solutions, japan airlines, japan exchange, japan post, japan steel works, japan tobacco, jb hunt, jbg smith, jd
    sports, jm smucker company, john b sanfilippo, jost werke, jtekt, kadant, kajima construction, kajima!, kansai
    electric power, keisei electric railway, kennedy wilson, keurig dr pepper, keyence, kikkoman, kimco realty, kinder
    morgan, kkr real estate finance, klockner, kobe steel, kodiak gas services, kohlberg kravis roberts, kohls, kojamo,
    konami, kontoor brands, korn ferry, kubota!, kulicke and soffa industries, kuraray, kws saat, kyowa hakko kirin, la
    z boy, labcorp, laboratorios rovi, lakeland financial, las vegas sands, lasertec, lci industries, leg immobilien,
    leggett platt, lemaitre vascular, lennox international, lexington realty trust, lgi homes, ligand pharmaceuticals,
    lincoln financial, liquidity services, londonmetric property, lpkf laser electronics, ltc properties, lululemon, m i
    homes, m t bank, mack cali realty, magnolia oil gas, mapfre, marathon petroleum, marcus millichap, marten transport,
    martin marietta materials, marubeni, marvell technology, matthews international, maurel et prom, mdu resources,
    medical properties trust, melrose industries, mercado libre, merchants bancorp, mercury general, merit medical
    systems, meritage homes, merlin properties, mersen, metlen energy metals, mge energy, mgm resorts, mid america
    apartment communities, middlesex water, millrose properties, minerals technologies, mirion technologies, mister car
    wash, moderna, molina healthcare, molson coors, monarch casino resort, mondi!, monro muffler brake, monster
    beverage, moog!, mosaic company, mueller water products, murata manufacturing, mutares, national beverage, national
    healthcare, national presto industries, nbt bank, ncr atleos, ncr voyix, newell brands, nexpoint residential trust,
    nextera energy, ngk insulators, nichirei, nidec, nippon electric glass, nippon ham, nippon steel, nippon yusen,
    nisshin seifun, nitori!, nitto denko, nokian tyres, nordex, nordson, northern oil and gas, northwest bank, norwegian
    cruise line, nw natural, obayashi!, occidental petroleum, oceaneering international, odakyu electric railway, ofg
    bancorp, oji paper, okuma!, old dominion freight line, omron, onsemi, oreilly auto parts, oriental land company,
    osaka gas, osi systems, otis worldwide, otsuka pharmaceutical, otter tail, outfront media, packaging corporation of
    america, papa johns pizza, par pacific, parker hannifin, patrick industries, patterson uti, pdf solutions, peabody
    energy, pebblebrook hotel trust, pediatrix medical, penguin solutions, penn entertainment, pennymac mortgage
    investment trust, perrigo, pershing square, phibro animal health, phillips 66, phillips edison, phinia, pinnacle
    west capital, piper sandler companies, pitney bowes, pjt partners, pluxee, pnc financial services, polar capital
    technology trust, powell industries, power integrations, ppg industries, prestige consumer healthcare, primoris
    services, principal financial, privia health, progress software, prologis, protagonist therapeutics, provident bank
    of new, ptc therapeutics, public storage, pva tepla, qnity electronics, qorvo, quaker chemical, quanex building
    products, ralph lauren, raymond james financial, realty income, redeia, redeia corporacion, redwood trust, regency
    centers, regeneron, regeneron pharmaceuticals, regions financial, renasant bank, rentokil initial, repsol, republic
    services, resonac, revvity, rex american resources, reynolds consumer products, robert half, robertet, robinhood
    markets, rollins!, roper technologies, ross stores, royal caribbean, rubis!, ryman hospitality properties, ryman!,
    sacyr, saf holland, safety insurance, sally beauty, sanmina, sapporo breweries, sarepta therapeutics, saul centers,
    schneider national, schott pharma, scottish mortgage investment trust, seacoast banking corporation of, sealed air,
    segro, seiko epson, select medical, sensient technologies, servisfirst bancshares, seven i, sfc energy, shake shack,
    sherwin williams, shimizu!, shin etsu chemical, shionogi, shiseido, shizuoka financial, shop apotheke europe, signet
    jewelers, siltronic, simon property, simply good foods, six flags, sl green realty, sm energy, sma solar technology,
    snap on, sofina, sojitz, sompo japan nipponkoa, sonic automotive, sonos, southside bancshares, southwest airlines,
    sps commerce, st jamess place, st joe, staar surgical, standard motor products, standex, standex international,
    stanley black decker, steel dynamics, stellar bancorp, steris, steve madden, stewart information, stratec biomedical
    systems, strategic education, stroer, subaru, sudzucker, suedzucker, sumco, summit hotel properties, sun country
    airlines, suncoke energy, sunstone hotel investors, supernus pharmaceuticals, suss microtec, swiss reinsurance
    company, syensqo, symrise, tag tegernsee, taiheiyo cement, taiyo yuden, takashimaya, talos energy, tandem diabetes
    care, tanger factory outlet centers, targa resources, teleflex, teradyne, terreno realty, terumo, texas pacific
    land, textron, tg therapeutics, titan tire, tobu railway, tokai carbon, tokio marine, tokyo electric power, tokyo
    gas, tokyo tatemono, tokyu land, tompkins financial, tootsie roll industries, topgolf callaway brands, toppan
    printing, toray industries, tractor supply, travelers companies, tri pointe homes, trigano, trinity industries,
    tritax big box reit, triumph bancorp, truist financial, trupanion, trustco bank, trustmark bank, two harbors
    investment, tyson foods, ube industries, ufp technologies, ulta beauty, under armour, unicaja, unifirst, united
    natural foods, united parks resorts, united rentals, universal health realty, universal health realty income, urban
    edge properties, urban outfitters, us bancorp, us physical therapy, vallourec, valneva, ventas, verallia, veralto,
    verisk analytics, verra mobility, vertex pharmaceuticals, viatris, vici properties, vir biotechnology, virbac,
    viridien, virtus investment partners, vistra, vital farms, vulcan materials, w r berkley, wafd bank, walker dunlop,
    warrior met coal, waste management, wd 40, wec energy, welltower, wendys company, west japan railway, west
    pharmaceutical services, westamerica bank, weyerhaeuser, whitestone reit, williams companies, willis towers watson,
    winnebago industries, wisdomtree investments, wolverine world wide, world kinect, worthington industries,
    worthington steel, wsfs bank, wustenrot wurttembergische, wynn resorts, xenia hotels resorts, yamato transport,
    yaskawa, yaskawa electric, yokohama financial, yokohama rubber, yum brands, zozo!, zurn elkay water solutions
"""
