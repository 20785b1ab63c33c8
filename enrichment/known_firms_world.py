"""Firms of other lands that announce networks of their own; pure data.

They add to `known_firms`, and are spelt as there.
"""

FIRMS = """
    63 moons, a p eagers, abdi ibrahim, abnote, abu dhabi airports, accelya world, accutar, acd labs, aconex, acturis,
    adelaide brighton, aemo!, agilysys, agnico eagle, agoda, ags transact, aia australia, air new zealand, al naboodah,
    albert ceska, alcohol countermeasure, alh group, alinta, allen unwin, alliancebernstein, amadeus soluciones,
    ameropa, amiad, amphenol, amway, amwaykorea, andreas stihl, anglican diocesan, ansys, ap eagers, apn news, applus
    servicios, arcteryx, arena bilgisayar, aria s p a, arn media, asc pty, ascham school, aspire systems, asseco see,
    asx operations, atlas iron, ausco modular, ausenco, ausgrid, australia pacific airports, australian lamb, australian
    rugby, australian unity, australian wool, australiansuper, babel sistemas, bajaj finserv, barristers chambers,
    baxalta, bcc sistemi, beca corporate, behaviour interactive, benetton, betsson, bg e, bgc australia, bill gosling,
    bimsa, binter sistemas, birlasoft, blackberry!, blackmagic design, blackmores, bluestone mortgages, brambles, bridge
    studios, brisbane convention, brock solutions, bunnings, c s e consorzio, campbell brothers, canva!, capital iq,
    capricorn society, cargosmart, cash services australia, catholic archdiocese, ccs ceska spolecnost, cea
    technologies, cedacri, celestica, celltrion, cerebral palsy, certegy ezi, ceska televize, cetelem, cgi inc!, cgi
    information systems, cgi it czech, cgi technologies, challenger group services, chosun ilbo, christie digital,
    cigniti, co operative bulk handling, cofidis, cognyte, coinjar, colliers, comcare, compass education, complete
    office supplies, computer age management, computershare, comsa corporacion, containerchain, corel!, corrs support,
    counsels chambers, country road group, cpa global, creation technologies, creditreform, cse consorzio, currency
    select, cuscal, d market elektronik, daelim, daifuku, damco solutions, data action, david jones!, delavska
    hranilnica, delo casopisno, desjardins, diamantis masoutis, dicker data, digital extremes, digital payment
    technologies, diligent board, dominoss, doosan enerbility, downer edi, downer new zealand, doxim, drw investments,
    drw singapore, dtz australia, dubai gold, duratec, dwango, ebix australia, economia a s, edelaraudtee, eidos
    montreal, elbit, element fleet, eles!, elm company, emergis, emirates nbd, empire life, endeavour foundation,
    energex, energir, energyaustralia, epworth foundation, epworth healthcare, eroski, ey japan, ezpada, facilicorpnb,
    factoria prisa, fairfax media, federated cooperatives, fgsz, firstsource, fis global, fis solutions, fletcher
    building, flexigroup, flight centre, flynas, foodland, foodstuffs, framestore, freightways, fremap, fujitsu
    australia, fujitsu consulting, fundserv, g james australia, gadens, ge avio, gen energija, gen i!, genea!, godrej
    infotech, gold coast convention, gorenje!, gree!, groupe promutuel, groupe technologies desjardins, gruppo lercari,
    h w richardson, haemonetics, haifa port, haileybury, hambs systems, hancock prospecting, hanwhalife, hassell
    services, havrat neteve, hellenic exchanges, hexaware, hilan, hinduja global, hiram walker, hmm!, home hardware,
    home trust, homeplus, hootsuite, horiba, hrvatska lutrija, hrvatske autoceste, ht media, husky technologies, hw
    richardson, hylife, hyundaicapital, hyundaicard, ibercaja, iberia lineas, ibermatica, ibermutua, icap crif, icap!,
    icertis, icl fertilizers, iclfertilizers, idp education, igt canada, illawarra retirement, immobiliare it, indra
    sistemas, indue!, inicis, innoviti, interigre, international financial data services, interpublic, invisalign, ioof,
    iq eq, isracard, israel postal, istanbul deniz, ive group, j a garrigues, j d barnes, j d irving, ja garrigues,
    jadrolinija, james richardson international, japan weather, javni holding, jbs australia, jd barnes, jd irving,
    jejuair, john holland, jubilant, kakaogames, kakaopay, kangwon land, kbcapital, kbcard, kepco, kesz!, khnp,
    kimchang, kissei comtec, koc sistem, kolektor group, konzum, kpit, kupat holim, kyobo, la maison simons, land
    information new zealand, latvenergo, levart distribution, lietuvos gelezinkeliai, lietuvos pastas, linkly, liquor
    control board, ljubljanska borza, loewen!, london drugs, ludia, lumenis, lumenpulse, m plus croatia, marina bay
    sands, mcmillan shakespeare, mediacorp, mediakind, mediaworks holdings, mediobanca, melbourne convention, mellon
    technologies, mercer canada, mercury processing, merkur trgovina, metrolinx, micro labs, millennium bcp, minter
    ellison, mitre 10, mitsubishi research, mixi!, miyagin, mlc limited, mobileye, mobis parts, moneris, montreal
    gateway terminals, moravia it, motherson, mrl integrated, mu sigma, myob, namyang, ndb enterprises, nec asia
    pacific, nec australia, nep australia, netafim, netcompany, netwealth, new zealand post, newmont, news digital
    media, nexi croatia, ngs super, nhn kcp, nihilent, nn management services, northern stevedoring, northline, notino,
    nrg gladstone, nri secure, nrw contracting, nuklearna elektrarna, nuovo pignone, nutrien, nuvei technologies, nyse
    technologies, officeworks, opus group, orbotech, orlen unipetrol, orthofix, otsuka corp, ozcare, pacific national
    services, palais des congres, patheon, patrick stevedores, patrick terminals, paymark, payworks, payzone group,
    pearlabyss, pega systems, pendal, pentana solutions, pepper money, persistent system, petrosys, pg lion, pine labs,
    plinacro, podravka, poongsan, port metro vancouver, port of brisbane, port of melbourne, posta slovenije, powerco,
    premium floors, primorske novice, prisa media, pro plus!, probe contact, protean egov, provet, punto fa, quality
    kiosk, quanta computer, quantcast, quartet service, queensland airports, quest payment systems, r systems
    international, racq operations, ract!, racwa, rakon, ramco systems, rategain, rbc convention, red hat, redsys, reece
    australia, reed elsevier, rfe rl, rhiag, ricegrowers, rockend, roy hill, royal dublin society, rozhlas a televizia,
    rp data, rural servicios informaticos, sabanci dijital, sage spain, sahajanand medical, santos limited, santos!,
    sapient consulting, saskpower, saudi chevron, saudi stock exchange, scentre, science world, scsk, securepay, seoul
    broadcasting, service stream, shinhan card, shopee, shoppers drug mart, singapore pools, singapore technologies
    engineering, skytrac, sleep country, slovenske zeleznice, smilegate, sodastream, sonatrach, sony electronics, spar
    magyarorszag, st john ambulance, st john nz, stantec, startech computer accessories, state trustees, stingray!,
    strac consulting, strauss group, suncorp corporate, suntory business, surveillance australia, sydney opera,
    synaptics, synchrotron, synechron, systex!, szerencsejatek, taegutec, tal services, talum, tanla, target australia,
    tasnee, tata technologies, technova imaging, teck resources, temenos australia, the framestore, the globe and mail,
    the lake louise, the star pty, the woodbridge, thiess, thomson geer, tmoney, tobacna ljubljana, toronto stock, trade
    me, transferwise, transurban, trapeze group, trimo, triumf, tsx!, unisystems, uob kay hian, va tech wabag, varonis,
    village roadshow, vincotech, vinted, visa consolidated, vzajemna, weathernews, weiler abrasives, wisetech, yediot
    information, ykk korea, ytn!, zensar, ziraat teknoloji
"""
