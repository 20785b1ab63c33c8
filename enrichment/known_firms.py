"""Firms that announce their own networks, by the first words of their names; pure data.

Public knowledge, so that an internet word or a plain name does not mislead. Spelt as in `known_providers`.
"""

FIRMS = """
    50hertz, a p moller, a s watson, aartsen breda, ab inbev, abb, abb stotz, abbott, abbott healthcare, abbvie, abn
    amro, about you, abrdn, accell, accell group, accenture, accor, ace tate, acerta, achmea, action nederland, action
    service, adecco, adeo, adidas, admiral, adp!, adyen, aegon, aeroports de paris, af blakemore, afas, ag insurance,
    ag2r, ageas, agfa, agfa gevaert, agrifirm, agristo, ahold, ahold delhaize, ahoy, ahrend, aig!, air france, air
    liquide, airbus, airplus, ajax!, akd, aker, akzo, akzo nobel, akzonobel, albert heijn, albert schweitzer,
    alblasserdam, aldi, alfa laval, alfred kaercher, alfred karcher, alken maes, allen overy, alliance healthcare,
    alliander, allianz, allianz iard, allseas, alphabet nederland, alstom, altana, alten!, altran, amadeus!, amazonen,
    amdocs, ameos, american airlines, american express, amgen, amprion, anglian water, anglo american, anheuser busch,
    antea, anwb, aon!, aperam, apm terminals, apoteket, aquafin, aramark, aramco, arcadis, arcelormittal, archer
    daniels, arco!, areva, argenta, argos, arkema, arkin, arla, arla foods, aroundtown, arquus, arri, arriva, arvato,
    aschendorff, asda, ashurst, asklepios, asm international, asml, asos, asr, assa abloy, associated british foods,
    astellas, aston martin, astrazeneca, asus, athlon, athora, atlas copco, atlassian holdings, atos, attentia,
    attero, auchan, audi, auping, aurubis, auto trader, autodesk, automobiles peugeot, autostadt, ava papierwaren,
    avanza, avebe, aviko, avis budget, aviva, avri, awin, axa, axa france, axa konzern, axel springer, axfood, axis
    communications, axis specialty, az sint jan, az sint lucas, b braun, b q, babcock, bae, bae systems,
    baggermaatschappij boskalis, bahlsen, baker hughes, baker mckenzie, baker tilly, balfour beatty, ballast nedam,
    balluff, baloise, baloise belgium, bam!, banco santander, bandai, bank j van breda, bank of america, banque
    populaire, barclays, barco, barilla, barmenia, barratt, barry callebaut, bartels langness, basf, batavus, bauer
    media, bauerfeind, bauwatch, bavaria, bayer, bayerischer rundfunk, bayernlb, bbc, bbva, bdo!, beazley, bechtle,
    beckhoff, beiersdorf, bekaert, bel!, belfius, bentley, benu, berenberg, berkeley group, bertelsmann, besix, best
    buy, bestseller, bet365, betfair, bhp, bic, bic!, bidfood, big bazar, bijenkorf, bilfinger, biogen, biomerieux,
    biontech, bird bird, bitburger, blackrock, blokker, bloomberg, bluewater, bmw, bnp, bnp paribas, boehringer,
    boehringer ingelheim, boeing, boels, bol com, boliden, bollore, bomag, bombardier, bonduelle, boohoo, booking,
    booking com, boots, borealis, bosch, bosch rexroth, bose products, boskalis, boston consulting, boston scientific,
    boursorama, bouwmaat, bouygues construction, bouygues sa, bp, bpce, bpost, bpp services, brabant water, brabus,
    braun melsungen, bravis, brico, bridgestone, brinks, bristol myers, bristol shoes, brita, british airways, british
    american tobacco, british gas, brocacef, broermann, brose, brunel!, brussels airlines, brussels airport,
    bruynzeel, bruynzeel keukens, buderus, bunge, bunq, bupa, burberry, burda, burger king, busch jaeger, c a mode, c
    a services, c a!, c steinweg, caisse d epargne, campina, canal!, canon europa, canon!, capgemini, capital one,
    cargill, cargotec, carl zeiss, carlsberg, carmeuse, carrefour, cartier, casino, casino guichard, caterpillar,
    catom, cboe, cbre, ccv group, cdiscount, cdw, cebeo, cegid, centraal boekhuis, centric, centrica, cern, ceva, ceva
    logistics, cfe!, cgi nederland, chanel, channel 4, channel four, charite, charleroi airport, check24, chemelot,
    chevron, chg meridian, chirec, chubb, cinven, cisco systems international, citi, citibank, citigroup, claas,
    clarebout, clarins, clearstream, clifford, clifford chance, close brothers, club med, cma cgm, cmc markets, cms
    cameron, cnh, cnp, co operative group, coca cola, coface, cofra, colas, coloplast, colruyt, columbus mckinnon,
    comdirect, commerzbank, compagnie d entreprises cfe, compagnie dentreprises cfe, compagnie francaise d assurance,
    compass group, concentrix, condor, connexxion, conoco, conocophillips, consorsbank, constantin, continental,
    controlexpert, coolblue, coop danmark, coop norge, cooperatieve rabobank, cordes graefe, corendon, corning,
    costa!, costain, costar, cosun, countus, covestro, credit agricole, credit mutuel, credit suisse, crelan, crh,
    crocs, croda, croonwolter dros, csc administrative, csl behring, csm, csu, cts eventim, cummins, curevac, currys,
    cushman, cushman wakefield, d ieteren, da retailgroep, dachser, daf, daimler, daimler truck, dallmayr, damen,
    damen shipyards, danfoss, danish crown, danone, dansk supermarked, danske bank, darty, dassault, dassault
    aviation, db schenker, db!, dcns, de bijenkorf, de brauw, de lage landen, de lijn, de persgroep, de watergroep,
    debeka, decathlon, deceuninck, deere, deerns, degroof, deka!, dekra, delen, delhaize, deliveroo, delivery hero,
    dell, deloitte, deloitte llp, delta air, delta lloyd, demag, demant, demcon, deme, denham, denso, desso,
    detailresult, dethleffs, deutsche bahn, deutsche bank, deutsche boerse, deutsche borse, deutsche lufthansa,
    deutsche messe, deutsche post, deutsche wohnen, deutsches institut fuer normung, deutz, devk, dfs deutsche
    flugsicherung, dhl, diageo, diehl, dieteren, dillinger, direct line, dirk van den broek, dirkzwager, disney,
    dixons, dkb, dla piper, dm drogerie, dmg media, dmg mori, dmk, dnb, dnv, dow benelux, dow chemical, dow jones,
    dow!, dp world, dpd deutschland, dpd uk, dpd!, dpdgroup, dpg media, dr oetker, draeger, draegerwerk, draexlmaier,
    dsb, dsm, dsv, dsv solutions, duerr, dumont, dumrath, dunea, dunelm, dupont, dura vermeer, duravit, durr, duvel,
    dws, dyckerhoff, dyson, dz bank, e on, eandis, easyjet, eaton!, ebay, ebm papst, ebs, ebuyer, ecco, ecolab, ect!,
    ed zueblin, edeka, edf, edf energy, efteling, egon zehnder, eiffage, eindhoven airport, electrolux, eli lilly,
    elia!, elior, elon group, elsevier, emerson, emg nederland, enbw, endemol, endress, endress hauser, eneco, enedis,
    enel, enercon, enexis, enexis netbeheer, engie, engie services, eni, entain, equans, equens, equensworldline,
    equinor, ergo!, ericsson, ernst, ernst and young, ernst young, esri, essent, essent netwerk, essers, essilor,
    essity, estee lauder, etam, etex!, ethias, etos, eurex, euro protection, euroclear, euroclear uk, eurofins,
    eurogate, euronext, euronics, europcar, europe container terminals, eurowings, eversheds, evides, evonik, evotec,
    ewe netz, exact group, exact!, exmar, expedia, experian, exxon, exxonmobil, faber castell, facilicom, fagerhult,
    farm frites, farys, faurecia, fazer, federale verzekering, fedex, fendt, ferrari, ferrero, festo, festo se,
    feyenoord, fiat, fidelity investments, fidelity national, fidessa, fiege, fielmann, finnair, first group,
    firstgroup, fischerwerke, fleuren, fleury michon, flextrade, fliegl, flixbus, flixmobility, flow traders,
    flsmidth, flughafen, fluor, flutter, fluvius, fluxys, flynth, fnac, fnz, fokker, folksam, forbo, ford motor, ford
    werke, forfarmers, fortum, forvia, fox it, framatome, france televisions, fraport, freepoint, frencken, fresenius,
    freshfields, freudenberg, friesland campina, friesland foods, frieslandcampina, fromageries, fugro, fuji,
    fujifilm, funda, funke, g star, galapagos, galliford, gamesys, gamma franchise, gap!, garmin, garnier, gasunie,
    gate terminal, gatwick, gazelle, gdv, ge healthcare, gea, gea group, geberit, gefco, gema gesellschaft, gema!,
    general dynamics, general electric, general mills, general motors, generali, generali deutschland, genmab, geodis,
    georgsmarienhuette, getinge, giesecke, gildemeister, gilead, gira, gispen, givaudan, gjensidige, gkn,
    glaxosmithkline, glencore, glencore uk, globus!, gls!, gmf, gn!, go ahead!, goldbeck, goldman sachs, gom!,
    goodyear, goodyear dunlop, gothaer, gp groot, grant thornton, grdf, green cargo, greene king, greenyard, greggs,
    grimme, grob!, grohe, grolsch, groningen airport, groupama, groupe seb, grtgaz, gruenenthal, grundfos, gruner
    jahr, gsk, gstar, guardian news, guardian!, gucci, gunvor, gvb, h essers, h m, h m hennes, hachette, hager, hahn
    group, halfords, halliburton, hamburg sud, handelsbanken, hankook, hannover rueck, hanos, hansgrohe, hanwha,
    hapag, hapag lloyd, hargreaves, haribo, harmonie, harting, hartmann, haspa, haufe, haufe lexware, havas, haven van
    antwerpen, havenbedrijf, hdi, heathrow, heerema, heerema fabrication, heidelberg, heidelberger, heijmans,
    heineken, heineken entreprise, heinrich bauer, heinz, helaba, helios, hella!, heller!, hellmann, hellofresh,
    hema!, henkel, hennes mauritz, herbalife, herbert smith, herman miller, hermes, hermes germany, hermes parcelnet,
    hertz, hewlett, hewlett packard, hhla, hillside, hilti, hilton, hiscox, hitachi, hm revenue, hobby!, hochland!,
    hochtief, hoffmann la roche, holcim, holland casino, holmen, homag, home depot, home24, honda, honeywell,
    hoogvliet, horsch, houthoff, howdens, hp inc, hsbc, htm!, hubert burda, hubo!, hueck, hugo boss, huisman, huk
    coburg, hunkemoller, hunter douglas, hunter douglas europe, huntsman, husqvarna, hydro!, hymer, hypoport, hyundai,
    iba!, ibm nederland, ica gruppen, icl, if skadeforsakring, ifm electronic, ig group, igus, ihc, ikazia, ikea, imc
    trading, imcd, imec, imerys, imi!, immobilienscout, imtech, inbev, indaver, index!, inditex, infineon, infineon
    technologies, informa, infosys, infrabel, infraserv, ing, ing bank, ing diba, ingka, ingram micro, intel
    corporation, intercare, intergamma, intermarche, interpolis, intertrust, intrum, ion beam, ipm, ippen, ipsen,
    iqvia, isabel, iscar, ista, itm!, itron, itv!, iv groep, iveco, j d wetherspoon, j sainsbury, jaarbeurs, jabil,
    jacobs douwe egberts, jacobs!, jaguar, jaguar land rover, jamie oliver, jan de nul, jane street, janssen, janssen
    pharmaceutica, jbc!, jc bamford, jcb, jcdecaux, jde, jenoptik, jet blue, jet2, jm!, john deere, john lewis,
    johnson and johnson, johnson controls, johnson johnson, johnson matthey, jones lang, jp morgan, jpmorgan, jumbo,
    jumbo supermarkten, jumo, jung!, jungheinrich, just eat, jysk, jyske bank, k s, kaercher, karcher, katoen natie,
    kaufland, kawasaki, kbc, kellogg, kemira, keolis, kepler cheuvreux, kering, kesko, kfw, khs, kiabi, kier!,
    kinepolis, kingfisher, kion, kirkland, kisters, klarna, kleemann, klm, kloeckner, kmd, kmwe, knauf, knaus, knorr,
    knorr bremse, koelnmesse, koenig bauer, koga!, kogel, komatsu, kone, konecranes, kongsberg, koninklijke
    luchtvaart, koninklijke philips, koninklijke ten cate, koole, koopman logistics, kostal, kpmg, kpmg llp, kpmg s a,
    kpmg staffing, kraft, kramp, kramp groep, krefel, krohne, krombacher, krone!, krones, kruidvat, krupp, ks!, ksb,
    kuehne, kuehne nagel, kuka, kvik, kwik fit, l oreal, la banque postale, la poste, la redoute, lactalis, ladbrokes,
    lafarge, lagardere, laing orourke, lamb weston, land rover, landal, lansforsakringar, lanxess, lbbw, lbc, lch, le
    figaro, le monde, leag, leaseplan, leclerc, leg!, legal and general, legal general, lego, legrand, leica,
    leipziger messe, lekkerland, lely, lely industries, lemken, lenovo, lenze, leonardo, leonhard kurz, leoni, leroy
    merlin, lhoist, lhr airports, liander, liantis, lidl, liebherr, liege airport, lincoln electric, linde material,
    linde!, lindt, linklaters, lkab, lloyds, lloyds of london, locinox, lockheed, logitech, london metal exchange,
    london stock exchange, lonza, loreal, lotus bakeries, louis dreyfus, louis vuitton, louwman, loyens loeff,
    lufthansa, lukoil, lundbeck, luossavaara, lutosa, luxottica, lvm, lvmh, lyondell, lyondellbasell, lyreco, m g!,
    m6!, maaf, maastricht aachen airport, macif, macintosh retail, madrigall, madsack, maersk, magna international,
    mahle, maibornwolff, maif, mainfreight, mainova, makro, makro nederland, malakoff, mammoet, mammoet holding, man
    truck, manchester airports, mango!, mangold, mann hummel, manpower, manroland, manufacture francaise, manutan,
    marel, markel, marks and spencer, marks spencer, marks!, marktplaats, marriott, mars!, marsh mclennan, martinair,
    mascot!, matas, materialise, matmut, mattel, max boegl, mazars, mazda, mbda, mccain, mcdonalds, mckinsey, mclaren,
    mdr, media markt, mediahuis, mediamarkt, mediamonks, mediq, mediq apotheken, medtronic, meggitt, melexis, melitta,
    mercedes, mercedes benz, merck, mercuria, messe duesseldorf, messe frankfurt, messe muenchen, metlife, metro ag,
    metro bank, metro cash, metro!, metropole television, metso, mexx, meyle mueller, michelin, micron technology,
    miele, miltenyi, mimeo, minhoco, mini!, mitchells butlers, mitsubishi, mitsui, mivb, mizuho, mobile de, moet
    hennessy, mohawk industries, mohawk international, moller maersk, mondelez, moneysupermarket, monoprix, monsanto,
    monta services, monzo, moody s, moodys, moortgat, morgan sindall, morgan stanley, morpho, morrisons, mosadex,
    movares, msd, mtu, mueller handels, mueller milch, muenchener rueck, multichoice, multivac, munchener ruck, munich
    re, n ergie, national express, national grid, nationale nederlanden, nationale postcode loterij, nationwide,
    natixis, natwest, nautadutilh, naval group, ncc!, nedap, nederlands instituut voor beeld, nederlandse gasunie,
    nederlandse loterij, nederlandse publieke omroep, nederlandse spoorwegen, nedmag, nelson schoenmode, neste!,
    nestle, nestle deutschland, nets denmark, netto marken, network rail, netzsch, neways, news uk, next plc!, nexter,
    nibe, nike, niko, nikon, nippon express, niscayah, nissan, nmbs, nn group, nobian, noelse, nokia, nomura, norbert
    dentressangle, nord lb, nordea, nordnet bank, norgesgruppen, norsk hydro, north sea port!, northrop, norton rose,
    norwegian air, novartis, novo nordisk, novo!, novonesis, novozymes, ns groep, nuffield, nuon, nutreco, nutricia,
    nuvia, nvidia, nxp, nykredit, nynas, nyrstar, oasen, ocado, oce!, oerlikon, oetker, oettinger, ogilvy, oiltanking,
    olympique lyonnais, olympus!, omv, onderlinge waarborgmaatschappij, ontex, ontras, op osuuskunta, opel!, open grid
    europe, optiver, orano, ores!, organon, orion!, orkla, orsted, osram, otis!, otto, otto bock, otto gmbh, otto!,
    ottobock, outokumpu, p v!, paccar, paddy power, panasonic, pandora!, partena, pathe, paul hartmann, paulaner,
    payback, peab, pearson, pels rijcken, peninsula business, penny!, pepperl fuchs, pepsico, peri!, pernod, pernod
    ricard, persgroep, persimmon, peter cremer, pets at home, peugeot, pfizer, pggm, philip morris, philips, phoenix
    contact, phoenix group!, picanol, picnic, pierre fabre, pierre vacances, pilz, pinsent, pirelli, plastic omnium,
    plus retail, plus500, pon automobiel, pon holdings, pon!, porsche, port of antwerp, port of tilbury, portbase,
    postcode loterij, posten norge, postnl, postnord, pr newswire, prada, praxis, prayon, premier foods, pret!,
    pricewaterhouse, pricewaterhousecoopers, primark, procter, procter gamble, prodrive, prorail, prosiebensat,
    prosus, provinzial, prudential, psa antwerp, psa automobiles, psv!, publicis, puilaetco, puma!, puratos,
    putzmeister, pwc, pwc uk, pwn, qatar airways, qbuzz, qiagen, qinetiq, quintiles, r j obrien, r v allgemeine,
    rabobank, radeberger, radio france, rag!, rai amsterdam, randstad, ratiopharm, ratp, raytheon, rbb, reach plc,
    reckitt, reckitt benckiser, recticel, red bull, redevco, reed smith, relx, rema, remy, remy cointreau, renault,
    rendo, renewi, renolit, renson, resa!, resmed, ret!, revolut, rewe, rexel, reynaers, rheinenergie, rheinmetall,
    rhenus, rhoen klinikum, richemont, ricoh, rightmove, rijk zwaan, rio tinto, rittal, ritter!, rituals, robeco,
    robert bosch, roche, roche diagnostics, rockwell, rohde schwarz, roland berger, rolls royce, rosneft, rossel,
    rossmann, rotterdam port, rotterdam the hague airport, rotterdamse electrische, roularta, rova, royal bank of
    scotland, royal cosun, royal dutch, royal floraholland, royal haskoning, royal ihc, royal mail, royal philips,
    royal vopak, rtbf, rte, rtl, rwe, ryanair, s group!, saab, saarstahl, sabic, sabic petrochemicals, sabre, safran,
    sagentia, sainsbury, sainsbury s, sainsburys, saint gobain, salling, salzgitter, samas, sampo!, samsonite,
    samsung, sana!, sandoz, sandvik, sanofi, sanofi aventis, sanoma, santander consumer, santander uk, sap!,
    sartorius, savills, sbm, sbm offshore, sca!, scandinavian airlines, scania, scapino, schaeffler, schenker,
    schiedel, schindler, schiphol, schiphol nederland, schlumberger, schmitz cargobull, schneider electric, schoenen
    torfs, schroders, schroeder bauzentrum, schuitema, schuler, schultze braun, schwarz, scor, scotch soda, scottish
    power, scottishpower, scout24, screwfix, sd worx, seacontractors, seagate, seb, securex, securitas, see tickets,
    sekisui, sennheiser, servier, severn trent, sew eurodrive, sgs, shell uk, shell!, shimadzu, sibelco, sibelga,
    sick!, sidley, sidmar, siemens, siemens energy, siemens healthineers, siemens mobility, signal iduna, signify,
    sika!, simmons, sioux, sitech, sixt, sj!, skandia, skanska, skanska uk, skf, skoda, skodaauto, sky deutschland,
    skyscanner, slaughter, sligro, smith nephew, smiths group!, smurfit, snam, sncb, sncf, societe du figaro, societe
    generale, sodexo, sok!, solar nederland, solvay, sonova, sony corporation, sony europe, sony global, sony mobile,
    sony music, sony pictures, sony semiconductor, soprema, soudal, soudan, southern water, spa monopole!, spaarne
    gasthuis, spadel, spar!, sparebank, specsavers, spie, spie nederland, spiegel!, spirax, spire, spirit aero,
    spliethoff, spliethoffs, springer nature, ssab, sse!, staatsloterij, stada!, stadler, stadsbader, stagecoach,
    standaard boekhandel, standard chartered, standard life, starbucks, starling, state street, stater, statkraft,
    statoil, steag, stedin, stedin netbeheer, steelcase, steinhoff, stellantis, stern groep, stet, stib, stibbe,
    stiebel eltron, stihl, still!, stmicroelectronics, stora, stora enso, storck, storebrand, stork, stow
    international, strabag, stralfors, straumann, stripe, strukton, stryker, studio 100, subsea 7, suez, suiker unie,
    suitsupply, sulzer, sumitomo, suzuki, svenska handelsbanken, sveriges radio, sveriges television, sveriges
    utbildningsradio, swarovski, swatch, swde, sweco, swedbank, swiss re, swr, sydbank, syngenta, syntegon, sysco,
    systembolaget, t rowe price, tag immobilien, takeaway, takeda, talanx, talpa, tangram, target corporation,
    targobank, tarkett, tata consultancy, tata steel, tata steel nederland, tate lyle, tauw, taylor wimpey, tbi!,
    tchibo, teamviewer, tec!, technip, technische unie, tegut, teijin, telegraaf media, telegraph media, telenor
    maritime, teleperformance, ten cate, tencate, tennet, tennet tso, terberg, tesco, tesla, tessenderlo, tetra pak,
    teva, texas instruments, tf1, thales, thames water, the berkeley group, theo mueller, thermo electron, thermo
    fisher, thyssen, thyssengas, thyssenkrupp, ticketmaster, tieto, tietoevry, tjx, tkh, tnt, toennies, tomtom,
    tonnies, topdanmark, torfs, total!, totalenergies, toyota, trafigura, transavia, transdev, transdev nederland,
    transgourmet, transnetbw, transport for london, travelex, travelport, travis perkins, trekpleister, trespa,
    trigion, trimble, triodos, trivago, trumpf, tryg, trygg hansa, tuev, tuev rheinland, tuevrheinland, tui, tui
    cruises, tui fly, tuifly, turck, turien, turkish airlines, tuv, tvh, uber international, ubs, ucb, ugc, umicore,
    unibail, unicredit, unigarant, unilever, unilever uk, union investment, unipart, uniper, united airlines, united
    parcel, united technologies, united utilities, univar, upm, ups, us bank, uz brussel, uz gent, uz leuven, v d!,
    vaillant, valeo, valio, valmet, van breda, van der valk, van der vlist, van gansewinkel, van gansewinkel groep,
    van haren, van lanschot, van leeuwen, van marcke, van mossel, van oord, van raam, van wijnen, vandemoortele,
    vanden borre, vanderlande, vandewiele, varo, vattenfall, vdk, vdl, vdl groep, vdl nedcar, vebego, veepee, vente
    privee, veolia, vestas, vf corporation, vicat, victrex, viega, viessmann, viking office, villeroy, vinci, vinci
    construction, vion, vion food, virgin atlantic, visa europe, visa!, visma, vitens, vivaqua, vivendi, vivium, vng,
    vodafone foundation, voestalpine, voith, volke, volker wessels, volkerwessels, volksbank, volkswagen, volvo,
    vomar, vonovia, vopak, vorwerk, vos logistics, vossloh, vrt, vtech, vtg, vtti, vy!, wacker, wago, waitrose,
    walgreens, walmart, walt disney, warmteservice, warner bros, warsteiner, wartsila, wasco, waterbedrijf groningen,
    waternet, waterstons, wavin, wdr, we fashion!, webasto, wehkamp, weidmueller, weir!, wells fargo, wessanen,
    westfalen, westfleisch, westland infra, westwing, wetherspoon, whirlpool, whitbread, white case, wibra, wieland,
    wienerberger, wika, wilh wilhelmsen, willemen, william demant, william hill, wilo, wipak, wirtgen, wise!,
    witteveen bos, wm morrison, wml!, wolff mueller, wolseley, wolters kluwer, woolworths, worldline, worley,
    wortmann, wpp, wuerth, wuerttembergische, wurth, xenos, xerox, xylem, yamaha, yara, yara sluiskil, yokogawa,
    yorkshire water, yulius, yves rocher, zalando, zara, zdf, zeb!, zeeland refinery, zeeman, zeeman textielsupers,
    zeiss, zeit!, zf, zf friedrichshafen, zimmer biomet, zueblin, zuerich, zurich gruppe, zurich insurance, zurkuhl,
    zwitserleven
"""
