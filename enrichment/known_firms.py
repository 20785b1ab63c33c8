"""Firms that announce their own networks, by the first words of their names; pure data.

Public knowledge, so that an internet word or a plain name does not mislead. Spelt as in `known_providers`.
"""

FIRMS = """
    1 fsv mainz, 3m deutschland, 3m nederland, 3m!, 50hertz, a p moller, a s watson, aareon, aartsen breda, ab inbev,
    ab svenska spel, abb, abb stotz, abbott, abbott healthcare, abbvie, abn amro, about you, abrdn, accell, accell
    group, accenture, accor, ace tate, acerta, achmea, action nederland, action service, adecco, adeo, adevinta,
    adidas, admiral, adp gsi, adp!, adyen, aegon, aeroports de paris, aetna, af blakemore, afas, aflac, ag insurance,
    ag2r, agc glass, ageas, agfa, agfa gevaert, agilent, agrifirm, agristo, ahold, ahold delhaize, ahoy, ahrend, aig!,
    air france, air liquide, airbus, airbus ds, airplus, ajax!, akd, aker, akzo, akzo nobel, akzonobel, albemarle,
    albert heijn, albert schweitzer, alblasserdam, aldi, alfa laval, alfred kaercher, alfred karcher, alken maes, all
    options, alleima, allen overy, alliance healthcare, alliander, allianz, allianz iard, allseas, allstate, alphabet
    nederland, alpiq, alrijne, alstom, altana, altares, alten!, alticor, altran, amadeus!, amag, amazonen, amd!,
    amdocs, ameos, american airlines, american electric power, american express, american red cross, ametek, amey,
    amgen, amphia, amprion, amsterdam umc, andermatt swiss, andritz, anglian water, anglo american, anheuser busch,
    anixter, antea, anthem, anthura, anwb, aon uk, aon!, aperam, apg, apm terminals, apoteket, apple distribution,
    applied materials, aquafin, aramark, aramco, arcadis, arcelormittal, arch capital, archer daniels, arco!, areva,
    argenta, argos, arista networks, arkema, arkin, arla, arla foods, arm!, aroundtown, arquus, arri, arriva, artelia,
    arthur j gallagher, arup, arvato, aschendorff, ascot racecourse, asda, ashland inc, ashurst, asklepios, asm
    international, asml, asos, asr, assa abloy, associated british foods, assurant!, assured guaranty, astellas, aston
    martin, astrazeneca, asus, athlon, athora, atkins, atlas copco, atlas elektronik, atlassian holdings, atmel, atos,
    attentia, attero, auchan, audi, auping, aurubis, austro control, auto trader, autodesk, autodoc, automobiles
    peugeot, autostadt, autozone, ava papierwaren, avaloq, avanza, avaya, avebe, aviko, avis budget, avista!, aviva,
    avri, avrotros, awin, axa, axa france, axa konzern, axcelis, axel springer, axfood, axis communications, axis
    specialty, axpo, az sint jan, az sint lucas, b braun, b q!, babcock, badoo, bae, bae systems, baggermaatschappij
    boskalis, bahlsen, bain and, baker hughes, baker mckenzie, baker tilly, balfour, balfour beatty, ballast nedam,
    balluff, baloise, baloise belgium, bam!, bancfirst, banco santander, bandai, bank j van breda, bank of america,
    banque populaire, barclays, barco, barilla, barmenia, barmherzige brueder, barratt, barry callebaut, bartels
    langness, basf, batavus, bauer media, bauerfeind, bausch lomb, bauwatch, bavaria, baxter, bayer, bayerischer
    rundfunk, bayernlb, bbc, bbva, bdo!, beazley, bechtle, beckhoff, becton, beiersdorf, bejo, bekaert, bel!, belfius,
    bell!, benders sverige, benteler, bentley, benu, berenberg, berkeley group, berkshire, bernhoven, bertelsmann,
    besix, best buy, bestseller, bet365, betfair, bgc partners, bhp, bic, bic!, bidfood, big bazar, bigpoint,
    bijenkorf, bilfinger, biogen, biomerieux, biontech, bird bird, bitburger, bkw, blackrock, blokker, bloomberg,
    bls!, blue cross, blue sky group, bluewater, bmc software, bmw, bnp, bnp paribas, bnsf, bobst, boehringer,
    boehringer ingelheim, boeing, boels, bol com, boliden, bollore, bomag, bombardier, bonduelle, bonne terre, boohoo,
    booking, booking com, boots, borealis, bosch, bosch rexroth, bose products, boskalis, boston consulting, boston
    scientific, bourne leisure, boursorama, bouwinvest, bouwmaat, bouygues construction, bouygues sa, bp, bpce, bpost,
    bpp services, brabant water, brabus, braun melsungen, bravis, brenntag, brico, bridgestone, brinks, bristol myers,
    bristol shoes, brita, british airways, british american tobacco, british gas, broadcom!, broadridge, brocacef,
    broermann, brose, bruetsch rueegger, brunel!, brussels airlines, brussels airport, brussels expo, bruynzeel,
    bruynzeel keukens, buckaroo, buderus, buehler, buhler, bundesdruckerei, bunge, bunq, bupa, burberry, burda, burger
    king, busch jaeger, bva auctions, bwt holding, bwt!, bystronic, c a mode, c a services, c a!, c steinweg, caci,
    cadence design, caisse d epargne, cambria company, cambridge consultants, camlog, campbell soup, campina, canal!,
    canon europa, canon!, capgemini, capital one, cardinal health, careyn, cargill, carglass, cargotec, carl zeiss,
    carlsberg, carmeuse, carrefour, cartier, casino, casino guichard, caterpillar, catharina ziekenhuis, catom, cboe,
    cbre, ccv, ccv group, cdiscount, cdw, cebeo, cegid, cenovus, centerpoint energy, centraal boekhuis, centric,
    centrica, cern, cerner, ceva, ceva logistics, cewe, cfe!, cgg services, cgi nederland, champ cargosystems, chanel,
    channel 4, channel four, charite, charleroi airport, charles schwab, check24, chemelot, chevron, chg meridian,
    chirec, chubb, cigna, cimpress, cineworld, cinven, cisco systems international, citadel, citi, citibank,
    citigroup, claas, clarebout, clariant, clarins, clearstream, clifford, clifford chance, close brothers, club med,
    cma cgm, cmc markets, cms cameron, cnh, cnp, co operative group, coca cola, coface, cofra, colas, colgate
    palmolive, coloplast, colruyt, columbus mckinnon, comdirect, commerzbank, compagnie d entreprises cfe, compagnie
    dentreprises cfe, compagnie du ponant, compagnie francaise d assurance, compagnie ibm, compass group, concentrix,
    condor, connexxion, conoco, conocophillips, consorsbank, constantia teich, constantin, constellation energy,
    constellium, continental, controlexpert, coolblue, coop danmark, coop genossenschaft, coop norge, cooperatieve
    rabobank, copart, cordaan, cordes graefe, corendon, corning, cosco, costa!, costain, costar, costco, cosun,
    countus, coutts, covestro, credit agricole, credit mutuel, credit suisse, crelan, crh, crif, crisil, crocs, croda,
    croonwolter, croonwolter dros, csc administrative, csl behring, csm, csu, csx, cts eventim, cummins, curevac,
    currence, currys, cushman, cushman wakefield, cz groep, d ieteren, da retailgroep, dachser, daf, dagrofa, daimler,
    daimler truck, dallmayr, damen, damen shipyards, dana limited, danaher, danfoss, danisco, danish crown, danone,
    dansk supermarked, danske bank, daramic, darty, dassault, dassault aviation, dawn meats, db schenker, db!, dcns,
    de bijenkorf, de brauw, de friesland, de heus, de lage landen, de lijn, de persgroep, de volksbank, de watergroep,
    debeka, decathlon, deceuninck, deepl, deere, deerns, degroof, deka!, dekra, delen, delhaize, deliveroo, delivery
    hero, dell, deloitte, deloitte llp, delta air, delta lloyd, deltares, demag, demant, demcon, deme, denham, denso,
    descartes systems, desso, detailresult, dethleffs, deutsche bahn, deutsche bank, deutsche boerse, deutsche borse,
    deutsche lufthansa, deutsche messe, deutsche post, deutsche welle, deutsche wohnen, deutsches institut fuer
    normung, deutz, devk, dexcom, dfs deutsche flugsicherung, dhl, diageo, diakonessenhuis, die schweizerische post,
    diehl, dieteren, dijklander, dillinger, direct line, dirk rossmann, dirk van den broek, dirkzwager, discovery
    corporate, disney, dixons, dkb, dla piper, dm drogerie, dmg media, dmg mori, dmk, dnb, dnv, dollar tree, dorfner,
    dormakaba, douwe egberts, dow benelux, dow chemical, dow jones, dow!, dp world, dpa deutsche presse, dpd
    deutschland, dpd polska, dpd uk, dpd!, dpdgroup, dpg media, dr ing h c f porsche, dr oetker, draeger, draegerwerk,
    draexlmaier, dreamhack, drw holdings, dsb, dsm, dsv, dsv solutions, dsw, dte energy, duerr, duke energy, dummen,
    dumont, dumrath, dunea, dunelm, dupont, dura vermeer, duravit, durr, duvel, dws, dyckerhoff, dyson, dz bank, e d f
    man, e on, eandis, easyjet, eaton!, ebay, eberspaecher, ebm papst, ebp schweiz, ebs, ebsco, ebuyer, ecco, ecolab,
    ect!, ed zueblin, edeka, edf, edf energy, edgewell, edmond de rothschild, efteling, egeplast, egon zehnder,
    eiffage, eigen haard, eindhoven airport, elaflex, electric boat, electricite de france, electrolux, electronic
    arts, eli lilly, elia!, elior, elkem, elkerliek, ellevio, ellos, elon group, elsevier, emerson, emg nederland,
    empower retirement, enbw, endemol, endress, endress hauser, eneco, enedis, enel, enercon, energie steiermark,
    enexis, enexis netbeheer, engel austria, engie, engie services, eni, enquest, entain, entergy, enterprise
    holdings, enza, epson, equans, equens, equensworldline, equifax, equiniti, equinor, erasmus mc, erema, ergo!,
    ericsson, ernst, ernst and young, ernst young, esab, esri, essent, essent netwerk, essers, essilor, essity, estee
    lauder, etam, etex!, ethias, etos, eurex, euro pool, euro protection, eurobet, euroclear, euroclear uk, eurofins,
    eurogate, euronext, euronics, europcar, europe container terminals, eurowings, ev group, evangelische
    heimstiftung, evergreen marine, eversheds, eversource, evides, evonik, evotec, ewals, ewe netz, exact group,
    exact!, exmar, exoduspoint, expedia, experian, expressen, exxon, exxon mobil, exxonmobil, ey!, faber castell,
    facilicom, factset, fagerhult, farm frites, farys, fastenal, faurecia, fazer, feadship, federale verzekering,
    federation agirc, fedex, fenaco, fendt, ferrari, ferrero, festo, festo se, fexco, feyenoord, fiat, fidelity
    international, fidelity investments, fidelity national, fidessa, fiege, fielmann, finnair, firmenich, first group,
    firstenergy, firstgroup, fischerwerke, flatexdegiro, fleuren, fleury michon, flevoziekenhuis, flextrade, fliegl,
    flixbus, flixmobility, floraholland, flow traders, flowbird, flsmidth, flughafen, fluke electronics, fluor,
    flutter, fluvius, fluxys, flynth, fnac, fnz, fokker, folksam, forbo, ford motor, ford werke, forfarmers, fortum,
    forvia, fox it, fr sauter, framatome, france televisions, franciscus gasthuis, fraport, freepoint, fremantlemedia,
    frencken, fresenius, freshfields, freudenberg, friesland campina, friesland foods, frieslandcampina, fritidsresor,
    fromageries, fugro, fuji, fujifilm, fujitsu services, funda, funke, fynske medier, g star, g4s, galapagos,
    galexis, galliford, gameforge, gamesys, gamma franchise, gap!, gardners books, garmin, garnier, gartner, gartner
    group, gasunie, gate terminal, gatwick, gazelle, gdv, ge healthcare, ge vernova, gea, gea group, geberit,
    gebrueder weiss, gefco, geico, geisinger, gema gesellschaft, gema!, general atomics, general dynamics, general
    electric, general mills, general motors, generali, generali deutschland, genmab, gentoo, geodis, georg fischer,
    georgsmarienhuette, getinge, getzner, gfk, ghelamco, giesecke, giesecke devrient, gildemeister, gilead, gira,
    gispen, givaudan, gjensidige, gkn, gl events, glaxosmithkline, glencore, glencore uk, global collect,
    globalcollect, globalfoundries, globus!, gls!, gmf, gn store, gn!, go ahead!, goldbeck, goldman, goldman sachs,
    gom!, goodyear, goodyear dunlop, gothaer, gp groot, grant thornton, grdf, green cargo, greene king, greentube,
    greenyard, greggs, grenke, grimme, grob!, groene hart, grohe, grolsch, groningen airport, grontmij, groupama,
    groupe moniteur, groupe mutuel, groupe seb, groupement des cartes bancaires, grtgaz, gruenenthal, grundfos, gruner
    jahr, gsa capital, gsk, gstar, guardian news, guardian!, gucci, gunvor, gvb, h essers, h m, h m hennes, hachette,
    hager, hahn group, halfords, halliburton, hamburg sud, handelsbanken, haniel, hankook, hannover rueck, hanos,
    hansgrohe, hanwha, hapag, hapag lloyd, hargreaves, haribo, harmonie, harting, hartmann, haskoningdhv, haspa,
    haufe, haufe lexware, havas, haven van antwerpen, havenbedrijf, havensteder, hdi, heathrow, heerema, heerema
    fabrication, heidelberg, heidelberger, heidmar, heijmans, heineken, heineken entreprise, heinrich bauer, heinz,
    helaba, helios, hella!, heller!, hellmann, hellofresh, helsana, helvetia, hema!, hendrix genetics, henkel, hennes
    mauritz, henry schein, herbalife, herbert smith, herman miller, hermann pfanner, hermes, hermes germany, hermes
    parcelnet, hershey, hertz, hestview, hewlett, hewlett packard, hexagon ab, hhla, hilding anders, hillside, hilti,
    hilton, hirslanden, hiscox, hitachi, hm revenue, hobby wohnwagenwerk, hobby!, hochland!, hochtief, hoffmann la
    roche, hogarth worldwide, holcim, holland casino, holmen, hologic, homag, home depot, home24, honda, honeywell,
    hoogvliet, horsch, houthoff, howdens, hp inc, hp!, hsbc, htm!, huawei technologies, huber suhner, hubert burda,
    hubo!, hudson river, hueck, hufvudstaden, hugo boss, huisman, huk coburg, humana, hunkemoller, hunter douglas,
    hunter douglas europe, huntsman, husqvarna, hyatt, hydro extrusion, hydro!, hymer, hypoport, hyundai, iba!,
    iberdrola, ibm deutschland, ibm france, ibm nederland, ibm uk, ica gruppen, icbc, icl, idemia, if skadeforsakring,
    ifm electronic, ifolor, ig group, ig index, igt austria, igus, ihc, ikazia, ikea, illinois tool works, ima
    protect, imc trading, imc!, imcd, imec, imerys, imi!, immobilienscout, immoweb, imtech, inalfa, inbev, indaver,
    independence blue cross, index!, inditex, infineon, infineon technologies, informa, infosys, infrabel, infraserv,
    ing!, ing bank, ing diba, ingka, ingram micro, innogames, institut straumann, intel corporation, intel!, inter
    mutuelles assistance, interactive brokers, intercare, intercontinental exchange, intergamma, intermarche,
    international flavors, international olympic, interpolis, intertrust, intesa sanpaolo, intrum, intuit, ion beam,
    ipm, ippen, ipse de bruggen, ipsen, iqvia, isabel, iscar, isg!, israel electric, ista, itm!, itron, itv!, iv
    groep, ivalua, iveco, j d wetherspoon, j sainsbury, j schmalz, jaarbeurs, jabil, jacobs douwe, jacobs douwe
    egberts, jacobs!, jaguar, jaguar land rover, jamie oliver, jan de nul, jane street, janssen, janssen
    pharmaceutica, janus henderson, jbc!, jc bamford, jcb, jcdecaux, jde, jefferies, jenoptik, jeroen bosch, jet blue,
    jet2, jm!, johanniter, john deere, john lewis, johnson and johnson, johnson controls, johnson johnson, johnson
    matthey, jones day, jones lang, jp morgan, jpmorgan, jt international, jula business, julius baer, julius blum,
    jumbo, jumbo supermarkten, jumo, jump trading, jung!, jungheinrich, just eat, jysk, jyske bank, k s, kaercher,
    kaiser, kampmann, kantar, karavel, karcher, karl fazer, katoen natie, kaufland, kawasaki, kbc, kelag, kellogg,
    kemira, keolis, kepler cheuvreux, kering, kesko, keysight, kfw, khs, kiabi, kier!, kimberly clark, kindred france,
    kinepolis, kingfisher, kion, kirkland, kisters, kla!, klarna, kleemann, klm, kloeckner, kmd, kmwe, knab, knauf,
    knaus, knorr, knorr bremse, koelnmesse, koenig bauer, koga!, kogel, kollmorgen, komatsu, komax, kone, konecranes,
    kongsberg, kongsberg satellite, konica, konica minolta, koninklijke luchtvaart, koninklijke philips, koninklijke
    ten cate, konrad adenauer, koole, koopman logistics, koppert, kostal, kpmg, kpmg llp, kpmg s a, kpmg staffing,
    kraft, kramp, kramp groep, krefel, kroger, krohne, krombacher, krone!, krones, kronospan, kruidvat, krupp, ks!,
    ksb, kuehne, kuehne nagel, kuehne nagel ag, kuka, kvik, kwantum, kwik fit, kyndryl, l oreal, la banque postale, la
    francaise des jeux, la poste, la provencale, la redoute, lactalis, ladbrokes, lafarge, lagardere, laing orourke,
    lam research, lamb weston, land rover, landal, lansforsakringar, lanxess, lapp service, lapp!, laurentius
    ziekenhuis, lbbw, lbc, lch, le figaro, le monde, le petit fils de l, leag, leaseplan, leclerc, leen bakker,
    lefier, leg!, legal and general, legal general, lego, legrand, leica, leidos, leipziger messe, lekkerland, lely,
    lely industries, lemken, lenovo, lenze, leonardo, leonhard kurz, leoni, leroy merlin, les cinemas gaumont, les
    nouveaux constructeurs, levi strauss, lg electronics, lhoist, lhr airports, liander, liantis, liberation!, liberty
    mutual, lidl, liebherr, liege airport, lincoln electric, linde material, linde!, lindt, linklaters, lisec,
    litasco, littlewoods, lkab, lloyds, lloyds of london, lmax, loblaw, locinox, lockheed, logitech, london metal
    exchange, london stock exchange, lonza, loomis, loreal, lotto24, lotus bakeries, louis dreyfus, louis vuitton,
    louwman, loyens loeff, lufthansa, lukoil, lumc, lundbeck, luossavaara, lutosa, luxottica, lvm, lvmh, lyondell,
    lyondellbasell, lyreco, m g investment, m g!, m6!, maaf, maasstad, maastricht aachen airport, mabanaft, macif,
    macintosh retail, madrigall, madsack, maersk, magna international, mahle, maibornwolff, maif, mainfreight,
    mainova, makro, makro nederland, malakoff, mammoet, mammoet holding, man energy, man truck, manchester airports,
    mango!, mangold, manitoba hydro, mann hummel, manor!, manpower, manroland, manufacture francaise, manutan, marel,
    marignan, markel, marketaxess, marks and spencer, marks spencer, marks!, marktplaats, marriott, mars!, marsh
    mclennan, marsh!, marshall wace, martinair, mascot!, mastercard, matas, materialise, mathworks, matmut, mattel,
    max boegl, maxar, mazars, mazda, mbda, mccain, mccormick, mcdonald, mcdonalds, mch messe, mckesson, mckinsey,
    mclaren, mdr, medartis, medela, media markt, mediahuis, mediamarkt, mediamonks, mediq, mediq apotheken, medisch
    spectrum, medtronic, meggitt, meilleurtaux, melexis, melitta, menzis, mercedes, mercedes benz, merck, mercuria,
    messe duesseldorf, messe frankfurt, messe muenchen, messer group, messer!, metlife, metro ag, metro bank, metro
    cash, metro digital, metro!, metropole television, metso, mettler, mettler toledo, mexx, meyle mueller, mibrag,
    michelin, micro star, microchip technology, micron, micron technology, miele, migros, miltenyi, mimeo, minhoco,
    mini!, mirka!, mitchells butlers, mitsubishi, mitsui, mivb, mizuho, mn services, mobile de, mobiliar, moet
    hennessy, mohawk industries, mohawk international, moller maersk, mollie, mondelez, monext, moneysupermarket,
    monolithic power, monoprix, monsanto, monta services, monzo, moody s, moodys, moortgat, morgan sindall, morgan
    stanley, morningstar, morpho, morrisons, mosadex, mott macdonald, mourik, movares, msci barra, msd, mtu, mueller
    handels, mueller milch, muenchen ticket, muenchener rueck, muhr und bender, multichoice, multisafepay, multivac,
    mumc, munchener ruck, munich re, myriad genetics, n ergie, national express, national grid, national oilwell,
    nationale nederlanden, nationale postcode loterij, nationwide, natixis, natura co, natwest, nautadutilh, naval
    group, ncc!, nedap, nedcoffee, nederlands instituut voor beeld, nederlandse gasunie, nederlandse loterij,
    nederlandse publieke omroep, nederlandse spoorwegen, nedmag, nelson schoenmode, neopost, neste!, nestle, nestle
    deutschland, nets denmark, netto marken, network rail, netzsch, neways, news corp, news uk, nexi germany, nexstar,
    next plc!, nexter, nibc, nibe, nielsen, nike, niko, nikon, nintendo of, nintendo!, nippon express, nippon gases,
    niscayah, nissan, nmbs, nn group, nobian, noelse, nokia, nokia solutions, nomura, norbert dentressangle, nord lb,
    nordea, nordnet bank, nordstrom, norfolk southern, norgesgruppen, norsk hydro, norsk rikskringkasting, north rock
    capital, north sea port!, northern trust, northgatearinso, northrop, norton rose, norwegian air,
    notebooksbilliger, nouryon, novartis, novo nordisk, novo!, novonesis, novozymes, nrc media, nrg energy, ns groep,
    nucor, nuffield, nunhems, nuon, nutreco, nutricia, nuvia, nvidia, nxp, nykredit, nynas, nyrstar, oasen, oc
    oerlikon, ocado, oce!, oci nitrogen, oerlikon, oesterreichische lotterien, oesterreichisches rotes, oetker,
    oettinger, ogilvy, ogilvy mather, oiltanking, olvg, olympique lyonnais, olympus!, omv, onderlinge
    waarborgmaatschappij, ontex, ontras, op osuuskunta, opel!, open grid europe, oppenheimer, optiver, orano, ores!,
    organon, orion!, orkla, orsted, osram, otis!, otto, otto bock, otto gmbh, otto!, ottobock, outokumpu, p v!,
    paccar, paddy power, palantir, palexpo, panasonic, panattoni, pandora!, parexel, partena, partners group, pathe,
    paul hartmann, paulaner, payback, paychex, payex, payone, paypal, paysafe, payvision, peab, pearson, pels rijcken,
    peninsula business, penny!, pepperl fuchs, pepsico, perceptive informatics, perform content, peri!, pernod, pernod
    ricard, persgroep, persimmon, peter cremer, petro canada, pets at home, peugeot, pfizer, pg e, pggm, pharming,
    philadelphia zorg, philip morris, philips, phoenix contact, phoenix group!, picanol, picnic, pierre fabre, pierre
    vacances, pihlajalinna, pilz, pinsent, pirelli, pixar, planmeca, plansee, plastic omnium, ploum, plukon, pluryn,
    plus retail, plus500, pnc!, point72, pon automobiel, pon holdings, pon!, porsche, port of antwerp, port of
    rotterdam, port of tilbury, portbase, posco, postcode loterij, posten norge, postfinance, postnl, postnord, pr
    newswire, prada, praxis!, prayon, premier foods, pret!, pricewaterhouse, pricewaterhousecoopers, primark,
    prinovis, printemps, priva, procter, procter gamble, prodrive, promotion pichet, prorail, prosiebensat, prosus,
    provinzial, prudential, psa antwerp, psa automobiles, psv!, publicis, puilaetco, puma!, puratos, putzmeister, pwc,
    pwc uk, pwn, qatar airways, qbe, qbuzz, qiagen, qinetiq, quadient, qualcomm, quanta services, quest diagnostics,
    quintiles, r j obrien, r v allgemeine, rabobank, radboudumc, radeberger, radio france, rag!, rai amsterdam,
    raiffeisen, random house, randstad, ratiopharm, ratp, raytheon, rbb, reach plc, reckitt, reckitt benckiser,
    recticel, red bee media, red bull, red electrica, redevco, reed smith, refinitiv, regus, reichle de massari,
    reiff, reinier de graaf, reishauer, relx, rema, remy, remy cointreau, renault, rendo, renesas, renewi, renolit,
    renson, resa!, resideo, resmed, ret!, revolut, rewe, rexel, reyl, reynaers, reynolds and reynolds, rheinenergie,
    rheinmetall, rhenus, rhoen klinikum, richemont, ricoh, ricola, rieter, rightmove, rijk zwaan, rijnstate, ringier,
    ringier axel, rio tinto, rittal, ritter!, rituals, robeco, robert bosch, roche, roche diagnostics, rockwell,
    rockwool, rohde schwarz, rokos, roland berger, rolex, rolls royce, ronal, rosneft, rossel, rossmann, rothschild,
    rotterdam port, rotterdam the hague airport, rotterdamse electrische, roularta, rova, royal a ware, royal bank of
    scotland, royal cosun, royal dutch, royal floraholland, royal haskoning, royal ihc, royal london, royal mail,
    royal philips, royal vopak, rsg group, rsm!, rtbf, rte, rte reseau, rtl, rubix, rwe, ryanair, ryder system, s
    group!, s heeren loo, s p global, saab, saarstahl, sabic, sabic petrochemicals, sabre, safran, sage!, sagentia,
    sainsbury, sainsbury s, sainsburys, saint gobain, salling, salomon!, salzgitter, samas, samlerhuset, sampo!,
    samskip, samsonite, samsung, sana!, sandoz, sandvik, sanitas, sanofi, sanofi aventis, sanoma, santander consumer,
    santander uk, santee cooper, sap!, sartorius, savills, sbb, sbm, sbm offshore, sca forestproducts, sca!,
    scalepoint, scandinavian airlines, scania, scapino, schaeffler, schenker, schibsted, schiedel, schindler,
    schiphol, schiphol nederland, schiphol telematics, schlumberger, schmersal, schmitz cargobull, schneider electric,
    schoenen torfs, schroder, schroders, schroeder bauzentrum, schuitema, schuler, schultze braun, schwarz,
    schwarzwaelder bote, schweizer paraplegiker, schweizerische post, scor, scotch soda, scottish power,
    scottishpower, scout24, screwfix, sd worx, seacon, seacontractors, seagate, seb, seco northern, sectigo, securex,
    securitas, see tickets, sekisui, selecta, sennheiser, sephora, serco, servier, severn trent, sew eurodrive, sfs
    group, sgl carbon, sgs, shapeways, shell information technology, shell uk, shell!, shimadzu, sibelco, sibelga,
    sick!, sidley, sidmar, siemens, siemens energy, siemens healthineers, siemens mobility, signal iduna, signify,
    sika!, simmons, sioux, sitech, six group, six swiss exchange, sixt, sj!, skandia, skanska, skanska uk, skf, skoda,
    skodaauto, sky deutschland, skyscanner, skyworks, slaughter, sligro, smabtp, smcp, smith nephew, smiths group!,
    smurfit, snam, snap on business, snc altarea, sncb, sncf, sncf connect, sns bank, societe du figaro, societe du
    journal midi, societe du parc du, societe generale, sodexo, sok!, solar nederland, solocal, solvay, sonepar,
    sonova, sony corporation, sony europe, sony global, sony mobile, sony music, sony pictures, sony semiconductor,
    sopra steria, soprema, sos alarm, sos kinderdorf, soudal, soudan, southern california edison, southern water, spa
    monopole!, spaarne gasthuis, spadel, spar business, spar!, sparebank, specsavers, spie, spie nederland, spiegel!,
    spirax, spire, spirit aero, spliethoff, spliethoffs, springer nature, spx flow, square enix, squarepoint, sri
    international, ssab, sse!, st antonius, staatsloterij, stabilus, stada!, stadgenoot, stadler, stadsbader,
    stagecoach, standaard boekhandel, standard chartered, standard life, stanleyworks, star alliance, starbucks,
    starling, state farm, state street, stater, statkraft, statoil, stayfriends, steag, stedin, stedin netbeheer,
    steelcase, steinbach international, steinhoff, stellantis, stena, stena rederi, stern groep, stet, stib, stibbe,
    stiebel eltron, stihl, still!, stmicroelectronics, stonehage fleming, stora, stora enso, storck, storebrand,
    stork, stow international, strabag, stralfors, straumann, stripe, stroeer, strukton, stryker, studio 100, subsea
    7, suez, suiker unie, suitsupply, sulzer, sumitomo, sunweb, supercell, susquehanna, suzuki, svenska handelsbanken,
    svenska spel, sveriges radio, sveriges television, sveriges utbildningsradio, swarco, swarovski, swatch, swde,
    sweco, swedbank, swica, swiss international air, swiss life, swiss re, swisslog, swr, sydbank, sydsvenska
    dagbladets, synchrony, syngenta, syntegon, syntrus, sysco, systembolaget, t rowe price, tag immobilien, take two,
    takeaway, takeda, talanx, talpa, talpa tv, tangram, target corporation, target!, targobank, tarkett, tata
    consultancy, tata steel, tata steel nederland, tate lyle, tauw, taylor wimpey, tbi!, tchibo, teamviewer, tec!,
    tech data, technip, technische unie, tegut, teijin, tektronix, teledyne, telegraaf media, telegraph media, telenor
    maritime, teleperformance, television francaise 1, ten cate, tencate, tennant!, tennet, tennet tso, terberg,
    tergooi, tesco, tesla, tessenderlo, tetra pak, teva, texas instruments, tf1, thales, thales communications, thames
    water, the berkeley group, the london metal exchange, the mathworks, the random house, the sporting exchange, theo
    mueller, thermo electron, thermo fisher, thinkproject, threadneedle, thuasne, thyssen, thyssengas, thyssenkrupp,
    tibra, ticketmaster, tieto, tietoevry, tjx, tkh, tns uk, tnt, toennies, toluna, tomtom, tonnies, topdanmark,
    topigs, torfs, toshiba, total!, totalenergies, touring club suisse, tower research, toyota, tp icap, tpv displays,
    tradetracker, trafigura, trane, transavia, transdev, transdev nederland, transgourmet, transnetbw, transport for
    london, transpower, transunion, travelex, travelport, travis perkins, trayport, trekpleister, trespa, trigion,
    trimble, triodos, trivago, trumpf, tryg, trygg hansa, tuev, tuev rheinland, tuevrheinland, tui, tui cruises, tui
    fly, tuifly, tunstall, turck, turien, turkish airlines, tuv, tvh, two sigma, tx group, tyrolit, u blox, uber
    international, ubimet, ubisoft, ubisoft international, ubs, ucb, ugc, uhaul, umc utrecht, umcg, umicore, unibail,
    unica, unicredit, unigarant, unilever, unilever uk, union bancaire privee, union investment, union pacific,
    unipart, uniper, unisys, unit4, united airlines, united parcel, united technologies, united utilities, univar,
    upm, ups, us bank, usm u schaerer, uz brussel, uz gent, uz leuven, v d!, vaillant, valeo, valio, valmet, van
    breda, van der valk, van der vlist, van doorne, van gansewinkel, van gansewinkel groep, van gelder, van haren, van
    lanschot, van leeuwen, van marcke, van mossel, van oord, van raam, van wijnen, vandemoortele, vanden borre,
    vanderlande, vandewiele, vandrie, vanguard group, varo, vattenfall, vaudoise generale, vdk, vdl, vdl groep, vdl
    nedcar, vebego, veepee, velux, vente privee, veolia, verbund services, verition, verivox, vestas, vesteda, vf
    corporation, vgn medien, vgz, vicat, victoria s secret, victrex, viecuri, viega, viessmann, viking office,
    villeroy, vinci, vinci construction, vion, vion food, viparis, virgin atlantic, virtu financial, visa europe,
    visa!, vishay, visma, visma it, vitens, vivaqua, vivendi, vivium, vng, vodafone foundation, voestalpine, voith,
    volke, volker wessels, volkerwessels, volksbank, volkswagen, volvo, vomar, vonovia, vontobel, vopak, vorwerk, vos
    logistics, vossloh, vpro, vrt, vtech, vtg, vtti, vy!, wabtec, wacker, wago, waitrose, walgreens, walmart, walt
    disney, warmteservice, warner bros, warsteiner, wartsila, wasco, watch tower, waterbedrijf groningen, waternet,
    waterstons, wavin, wdr, we fashion!, webasto, webfleet, wehkamp, weidmueller, weir!, wells fargo, wessanen,
    wessling, west bromwich, western digital, western union, westfalen, westfalen weser, westfleisch, westinghouse
    electric, westland infra, westwing, wetherspoon, whirlpool, whitbread, white case, wibra, wieland, wienerberger,
    wika, wilh wilhelmsen, willemen, william demant, william hill, williams sonoma, willis group, willscot, wilo,
    winamax, wintershall, wipak, wirtgen, wise!, witteveen, witteveen bos, witzenmann, wm morrison, wml!, wolff
    mueller, wolseley, wolters kluwer, wolverine trading, wooga, woolworths, woonbron, worldline, worldpay, worley,
    wortmann, wpp, wuerth, wuerttembergische, wurth, xcel energy, xenos, xerox, xylem, y r group, yamaha, yara, yara
    sluiskil, yleisradio, ymere, yokogawa, yorkshire water, young rubicam, yulius, yves rocher, zabka, zaha hadid,
    zalando, zara, zdf, zeb!, zebra technologies, zeeland refinery, zeeman, zeeman textielsupers, zeiss, zeit!,
    zeitfracht, zenimax, zf, zf friedrichshafen, ziehl abegg, zilveren kruis, zimmer biomet, zoetis, zorgsaam,
    zueblin, zuerich, zurich gruppe, zurich insurance, zurkuhl, zuyderland, zwitserleven
"""
