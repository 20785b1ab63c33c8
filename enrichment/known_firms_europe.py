"""Firms of Europe, banks, broadcasters and houses of care among them; pure data.

They add to `known_firms`, and are spelt as there.
"""

FIRMS = """
    360 treasury, abs global, accertify, actico, adesso, adform, advanced payment solutions, adven group, aegis media,
    afa sjukforsakring, agence france presse, agora!, airit services, aiut!, alab laboratoria, ale international,
    allegro!, alpla, alpla werke, also international, amadeus data processing, amparex, amrest, amst systemtechnik,
    anschutz, anton paar, apak group, apart!, apicil, applied chemicals, appnexus, aptitude software, ard zdf, arkoon
    stormshield, armatis, arnold porter, arte geie, arts alliance, asfinag, aspect enterprise, asphericon, asseco
    business, audatex, audiocodes, austria card, austria wirtschaftsservice, austrian power grid, ava trade, avarn
    security, avira, avmi kinly, baha!, baiersbronn frischfaser, bane nor, banque nationale de belgique, bauer systems,
    bayerische motoren werke, bayerische versorgungskammer, bearingpoint, bedrock!, bene!, benefit systems, benify,
    bergerat monnoyeur, bertsch holding, bet at home, betterbe, bfbs, bibus menos, bidfx, bilendi, bistum, bistum mainz,
    bitmarck, bitron poland, bittium, bondspot, boryszew, boschung, brandwatch, bucher suter, bull!, bullhorn, business
    design centre, c 24!, ca technology, cadooz, calastone, calvaedi, cambridge assessment, canal caledonie, canal tech,
    canonical group, canpol, capital service!, cashpoint solutions, cbs interactive, ccc eu, ccm benchmark, cedc, cegat,
    celer technologies, cenit!, centiro, centrum medyczne luxmed, ceramika paradyz, cerence, certigna, cez polska, cgi
    norge, cgi suomi, cgi sverige, cgm it solutions, ch regionalmedien, chemgineering, circle k, cisco international,
    cisco systems, cismo clearing, citco, citrix, civica, clearon, clue security, cmc poland, cme group, cme operations,
    cofiroute, comarch, company 3 method, compass plus, concur france, coosto, coromatic, cpor devises, crealogix,
    criteo, croix rouge, crowdstrike, crytek, ctdi, currenta, cyberport, cyfrowa foto, d vinci, d4t4, daedalean,
    dalenys, danmarks nationalbank, dansk arbejdsgiverforening, darva, dataart, datatrans!, datev, davaso, dazn, db
    cargo, db fernverkehr, db netz, db regio, db systel, dcso deutsche, de moyens klesia, de nederlandsche bank,
    delticom, deluxe uk, design offices, deutsche bundesbank, deutsche gesellschaft fuer internationale, deutsche
    vermoegensberatung, deutschlandradio, developpement d applications sur, deveryware, devexperts, dfds, di forening,
    diagnostyka, digicert, digital classifieds, dioezese, docusign, domanski zakrzewski, dr baehler, dr ing h c, dr ing
    hc f, dr max, dr!, dressler dublin, dv bern, e nettet, e tf1, ebswien, eckoh, egton medical, eitech, elca
    informatique, ellisphere, elvia!, emarsys, embark studios, emc information systems, empik, endava, enea operator,
    enea wytwarzanie, energa informatyka, ente ospedaliero, enterair, enterprise services information security,
    enterprise services italia, enterprise services sverige, entserv, eos technology solutions, epex spot, epx ehrhardt,
    equiduct, ergon informatik, erste digital, erste group, erzdioezese, eulerian, euro information, eurofunk kappacher,
    european pressphoto, eurovision services, eurozet, evangelische stiftung, evercore, eviden austria, evident
    technology, evolution netent, ex libris, exegy, exiger, exinity, eyeo!, f24 schweiz, fabasoft, fagbevaegelsens
    hovedorganisation, fastmatch, feratel, finansiell id, fingrid, fink zeitsysteme, fiserv, flexoptix!, flightradar24,
    floatel, foodcare, forcit, fp digital business, france medias monde, france television, frauscher, frequentis,
    frontmatec, fsas technologies, fujitsu finland, fujitsu sweden, fujitsu technology, fundtech, funkwerk, gamehouse
    europe, gamigo, gas connect austria, gatewatcher, geely, gemeinnuetzige gesellschaft der franziskanerinnen, gemius,
    genedata, generale frigorifique, generix, getswish, gide loyrette, gie pvcp, global processing services, global
    radio, go e!, gog!, grass!, greco international, gremi media, grene!, gropyus, groupon, grupa radiowa, gws
    gesellschaft fuer warenwirtschafts, haahtela, hack the box, hamilton bonaduz, hamilton services, hansa luftbild,
    hansewerk, hardis, harmonic france, hcl america, hdr!, helen!, hensoldt, hessischer rundfunk, hicron, hifx europe,
    holidaycheck, holter verwaltungs, hope media, hopewiser, hospices civils, hus group, hydac, hyva polska, i fao, ihk
    gesellschaft, ikarus security, ima schelling, index education, inelo, inetum, inexogy, infare, infomil, infor
    deutschland, ing belgie, ing belgium, ing business, ing groep, ing lease, ing luxembourg, ing nederland, ing
    services, ing wholesale, ingenico, inpost, inspiretec, integer pl, integral uk, interactive data, interactive
    investor, interhyp, intreal, invers!, investec, investors holding, invidi, iress, itcard, itergo, ixaris, jehovan
    todistajat, jehovas zeugen, jf hillebrand, jn data, jung von matt, jzo!, kaleva!, kalixa, kamsoft, kapelan medien,
    kapsch, kaspersky, kassenaerztliche bundesvereinigung, kassenaerztliche vereinigung, kassenzahnaerztliche
    vereinigung, kayak europe, kerridge commercial, keyloop, keystone sda, kivra, kldiscovery, klippan safety, kofax,
    kommunalkredit, konicaminolta, krajowa spoldzielcza, krajowy depozyt, kredyt inkaso, kristelig fagforening, kromann
    reumert, kues data, kurtz holding, kyocera, kyriba, la roche!, lacoste operations, lacoste!, landesbank baden, le
    petit fils, lemanik, lex com, life technologies, lion re sources, lnrs data, lnw gaming, loewenfels, luminess,
    luottokunta, lux med, luxoft, m files, m6 distribution, maincare, maklerzentrum, managementservice kleka, marex!,
    martin belaysoud, massive media, masternaut, matchtech, med360grad, media press tv, media saturn, mediametrie,
    mediamonks multimedia, mediapost, merkle, messer business, metalor, metdesk, meteonews, metro kereskedelmi,
    metsaliitto, mevis medical, meyer tool, mgm technology, miedzynarodowe targi, mih payu, millistream, mindcurv, mm
    brown, motion picture solutions, moto profil, mri software, msg systems, msx international, musee des confluences,
    my games!, nacha!, nagravision, narodowy bank, nasdaq, national world, nats en, nats!, nayax, ncc polska,
    nemetschek, nep norway, netent!, neuberger berman, newsquest, next kraftwerke, next radio tv, nexthink, nexxen, nice
    systems, niceshops, nintendo, nobilia, noble systems, nordic growth, norges bank, norrmejerier, norsk tipping, nova
    spektrum, novomind, nowy styl, numberly, obi group, obi smart, obt!, oebb holding, oebb infrastruktur,
    oesterreichische nationalbank, offshore renewable, olympic broadcasting, on24, onetrail, open text, operator
    gazociagow, oponeo pl, optimizely, orbico, orchid cellmark, orion innovation, osapiens, osthus, ovd kinegram,
    owliance, oy karl fazer, pa media, paragon germany, parallels international, parts europe, patek philippe, pay360,
    paypro!, paysend, pcc intermodal, pen test partners, petafuel, petro welt, pge polska, pge systemy, pgnig, pgs
    software, phoenix international holdings, pierer mobility, pirum, pkp cargo, pkp informatyka, pkp intercity, pkp
    linia, planet payment, planisware, poczta polska, polska agencja zeglugi, polska spolka gazownictwa, polskie
    elektrownie, polskie radio, polskie sieci elektroenergetyczne, portima, precisely software, pressetext, procredit,
    products up, profim, prosperplast, proszynski media, puustelli, qskills, quant house, quanthouse, qube research,
    quickpay, quipu!, qwant, raben, radio gdansk, radio muzyka, re sources france, readspeaker, regiocom, reportlinker,
    repower, rescuetrack, rj obrien, road tech computer, roxtec, rubicon it, rulematch, rundfunk berlin, runtime
    collective, samlink, sanef, savoye, schiller!, schlueter systems, schluter systems, schmitz werke, schneeberger!,
    schonfeld, schwartauer werke, schweizerische nationalbank, secondmind, sector alarm, secucard, secunet security,
    securepoint, security monitoring centre, seres!, service express europe, serviceware, sii!, sika
    informationssysteme, sika services, simcorp, skidata, skimbit, skrivanek, skybox security, slib, smc corporation,
    smg swiss marketplace, societa elettrica sopracenerina, societe de la loterie, societe nationale de radiodiffusion,
    softathome, softcat, soitec, solar turbines, somedia, sony dadc, soundmouse, specialist computer centres, spectron
    services, spedimex, sporting solutions, sportradar, sports information services, ssi schaefer, stadion wroclaw,
    stardoll, stiftung auffangeinrichtung, stillfront, stime!, stockmann, storever, stormshield, strauss cafe,
    streamwide, stromnetz berlin, stromnetz hamburg, styria it, styria media, sudleasing, suedleasing, suisa, suomen
    osuuskauppojen, suomen tietotoimisto, sveriges riksbank, swiss krono, swiss post, swissgrid, swisssign, sycurio,
    symphonyeyc, synamedia, synectics, synevo, syss!, systemair, systematic!, tauron wytwarzanie, tbf partner, teampool,
    techland, telewizja polsat, telewizja polska, telewizja puls, telforceone, tenerity, terg!, tessi, the hut com, the
    innovation group, the north alliance, ti m!, timocom, tiwag, tolltickets, total system services, totalizator
    sportowy, tramwaje warszawskie, trans eu, transfer multisort, trav och galopp, tripadvisor, trustmarque, ts yhtyma,
    tsg interactive, tts tooltechnic, tttech, tubes international, tv2 nord, uc!, ucsp schweiz, union europeenne de
    radio, unity technologies, unternehmertum, uster technologies, valuecare, van berkel landschap, vector informatik,
    vectron systems, verifone, verint, verkkokauppa com, viaxoft, vistex, vitec software, vitodata, vitra international,
    vitra it, vitra!, vmly r, vr group, vts!, vz corporate, vz vermoegenszentrum, w co mediaservices, w w informatik,
    walstead, wardynski, we the curious, webedia, webroot, westdeutscher rundfunk, wezyr holiday, wibu systems, wienit,
    wirtualna polska, withers llp, withers!, wuestenrot, x kom, xait, xbp europe, xoom!, yacast, yalwa, yinson, yospace,
    yoti, zarzad morskiego portu, zepter, ziaja, zix international
"""
