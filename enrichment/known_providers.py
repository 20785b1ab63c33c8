"""Providers of access, hosting and anonymity by AS number or by the first words of their names; pure data.

Public knowledge, written down for this list. Names are spelt as `organisation_names.normalised` spells them,
and match whole words at the beginning of a name; one marked "!" is an everyday word and must be the whole name.
"""

from enrichment.kinds import Kind

BY_NAME: dict[Kind, str] = {
    Kind.VPN: """
        witopia,
        1337 services, 31173 services, accelerated it services consulting, airvpn, anchorfree, artikel10, aura,
        azirevpn, blazing seo, bright data, calyx, church of cyberology, cyberghost, dfri, digiproxy, digitalcourage,
        emerald onion, eventure, express vpn, expressvpn, f3 netze, foundation for applied privacy, gz systems, hide
        me, hotspot shield, ip burger, iproyal, ipvanish, ivpn, kape, keff networks, london trust media, luminati,
        mudhook, mullvad, netnut, njalla, nordvpn, nos oignons, nsec, obehosting, ovpn, oxylabs, packethub, pango,
        perfect privacy, privacyfirst, privado, private internet access, privex, proton, protonvpn, purevpn, quintex
        alliance, rayobyte, smartproxy, soax, sprious, stiftung erneuerbare freiheit, strong technology, strongvpn,
        surfshark, tailscale, tefincom, torguard, torservers, twingate, unredacted, vpntranet, webshare, windscribe,
        zenmate, zerotier, zwiebelfreunde
    """,
    Kind.MOBILE: """
        base company, bharti airtel, boost mobile, bouygues, cellco, digi mobil, drei austria, ee limited, ee ltd,
        everything everywhere, far eastone, free mobile, h3g, hi3g, hollandsnieuwe, hutchison 3g, ice communication,
        kore wireless, kpn mobile, kyivstar, lebara, lg uplus, lifecell, lycamobile, megafon, mobilevikings, mobily,
        mobistar, mtc!, mtn, ntt docomo, o2 online, o2 uk, odido, ooredoo, orange polska, p4!, plus gsm, polkomtel,
        reliance jio, safaricom, salt mobile, simyo, sk telecom, smartone, softbank, sprint, t mobile, taiwan mobile,
        tele2 mobile, telefonica o2, telia mobile, three uk, tmobile, truphone, turkcell, us cellular, vectone,
        verizon wireless, vodacom, wind tre, wireless logic, xfera, yoigo, youfone, zain
    """,
    Kind.ISP: """
        citadel crimea, clearstream technology, esab ksk, kernwi fi, optik line, pavlabor,
        aaroband, aicent, airplexus, aiton caldwell, american messaging, asia pacific on line, atlantic ixps, bcm one,
        bell atlantic, black mesa corporation, blackstone calling card, bt americas, callcentric, callfire, calltower,
        cambridge bandwidth, clearcable, comporium, convergia, dialpad, ei towers, eltrona, entegrus, estabanell, etihad
        etisalat, everest bbn, gigafibr, globalstar, glotell, high speed temiscouata, hotcity, hringidan, i 2000!, idt!,
        inteliglobe, inx open, iptp!, karrier one, korbank, lancity!, lepida, macquarie telecom, maxwire, mblox, metro
        optic, mtnlinkd, nap of central florida, nii holdings, nisx!, nobelbiz, ooma, open dot com, openpop, oshawa puc,
        over the wire, packetwise, pinger!, rai way, reliablenetwerks, sangoma, seesip, simple signal, smith bagley,
        software tool die, solarnetone, spinoco, switchspace, tampa bay access exchange, telegrupp, telepro!,
        telesign, televox, telinta, telmaco, telna!, telzio, textnow, textplus, the t 1 company, the wire!, trans video,
        venis, veon wholesale, visioncube, votacall, wavspeed, wholesale air time, wimax express,
        1 1, 1und1, 3bb, 8x8, a1 internet, a1 telekom, a3, aaisp, act fibernet, adamo, adista, afrihost, airband,
        airespring, airtel, ais!, algar, allente, allstream, alsatis, altafiber, altibox, altice, altice portugal,
        altitude infra, america movil, andrews and arnold, andrews arnold, anuvu, arcadiz, arelion, arinc, armstrong!,
        ask4, astound, at and t, at t, atlantic broadband, att, aussie broadband, axione, b4rn, bahnhof, bandwidth,
        bandwidth com, bay area mesh, belgacom, bell canada, bell mts, bics, birch!, bitel, blue ridge, bogons,
        bouygues telecom, bredband2, bredbandsbolaget, breedband, breezeline, bretagne telecom, brisanet, british
        telecommunications, broadnet, brutele, bsnl, bt france, bt italia, bt!, buckeye, budget phone, cable one,
        cable st kitts, cableone, cablevision, caiw, caiway, cambrium, cantv, case telecom, cat telecom, celcom,
        celeste, cellhire, centurylink, cetin, charter, china mobile, china telecom, china unicom, chinanet, chorus,
        cincinnati bell, circles mvne, cityfibre, citymesh, claranet, claro, cm com, cm telecom, coditel, cogeco,
        cogent, cogent communications, colt!, com hem, comcast, comfone, comhem, commsworld, community fibre,
        completel, consolidated communications, converge, convergence group, copper valley, covage, cox, crown castle,
        ctg, cyta, daisy!, damovo, dean connect, delta fiber, demenin, deutsche glasfaser, deutsche telekom, digi!,
        digital space, digiweb, dito, dna!, dokom, dokom21, dsl partners, dstny, dtac, e fiber, e zorg, earthlink,
        eastlink, edpnet, eir!, eircom, elisa, elite!, elitetele, enreach, entanet, entel, eolo, epm, equant, er
        telecom, eseye, etb, eurofiber, euskaltel, eutelsat, everstream, ewe, ewe tel, ewii, ewr!, exa networks,
        exatel, expereo, exponential e, fastweb, fdn, ffdn, fiber nederland, fibertel, fibia, filiago, flag telecom,
        fluidone, fore freedom, forthnet, fpt telecom, free sas, freedom internet, freifunk, frontier communications,
        fusion!, gamma, gamma telecom, gci, gcx, get as, gga maur, gigaclear, giganet, gigared, glasnet, glide!,
        global eagle, globalconnect, globalinx, globe telecom, gnx, gogo, google fiber, grande!, granite!, green ch,
        greeneville energy, gtd, gtt, gulf bridge, hathway, hawaiian telcom, hermes telecom, homenet, hopus, horizon
        telecom, hrvatski telekom, htp, hughes, hurricane electric, hyperoptic, ibasis, icomera, ielo, iliad,
        imagine!, improware, inea, inexio, infonet, infopact, infraleuna, init7, inmarsat, inteliquent, intelsat,
        interconnect services, interedge, interfone, intermedia, internexa, invitel, ip only, ish de, ish!, itility,
        iunxi, ixleeds, izzi, jaguar network, jazztel, jd service texel, jio, jonaz, jriver, jt!, k net, kabel
        deutschland, kabelnoord, kabelplus, kabeltex, kcom, kddi, keyyo, kinect, komro, korea telecom, kpn, kt
        corporation, kvh, level 3, level3, libertel, liberty global, lightower, linkt, liquid telecommunications, lit
        fibre, liwest, lufthansa systems flynet, lumen, lyntia, m net, m1!, magenta, magnet!, magyar telekom, manx
        telecom, mark mahle, marlink, masergy, masmovil, maxis, mci!, mediacom, megacable, meo, metrodatapath,
        metronet, midco!, momentum!, movistar, mtnl, mts, multifiber, multimedia polska, nedzone, neos!, neotel,
        nerim, net servicos, netalis, netcologne, nethys, netia, netplus, netstream, networking4all, neutrinet,
        nextiva, ngn fiber, node4, nomios, nordnet!, norlys, nos!, nowo, ntt, numericable, nuuday, nyc mesh, o2 czech,
        o3b, oi!, onecom, oneweb, onitelecom, online nl, ono, onvoy, open dutch fiber, optimum!, optus, orange, ote,
        ovh telecom, ownit, ozone, packetfabric, panasonic avionics, pccw, peerless, petit telecom, pldt, plinq,
        plusnet, plusnet gmbh, plusserver internet, previder access, prewest, primevest, proxad, proximus, pyur,
        quickline, quinnect, qwest, r cable, rain!, rcn!, rcs rds, redcentric, rega sense, reintel, rekam, reliance
        globalcom, resel, retn, ringcentral, rogers, rostelecom, routit, rtv noord, salsgiver, salt!, sasag, sasktel,
        scarlet, seabone, seacom, segra!, service electric, ses astra, ses!, sewan, sfr, shaw, sicae, sify, signet!,
        singtel, siro!, sita, six degrees, skp, sky uk, slovak telekom, so net, solcon, sonic!, sony network, space
        exploration, spacex, spark new zealand, sparkle, sparklight, speakup, spectrum!, speedcast, spitfire, ssc,
        starhub, starlink, starry, stipte, stofa, sunrise, superonline, sure!, swisscom, syniverse, t mobile czech, t
        systems, talktalk, tata communications, tata teleservices, tdc, tdf, tds telecom, teksavvy, tele columbus,
        tele2, telecom argentina, telecom italia, telefonica, telekom, telekom malaysia, telekom slovenije, telekom
        srbija, telenet, telenor, telenor sverige, telepark, telfort, telia, telin, telindus, telkom, telkom sa,
        telmex, telstra, teltrust, telus, think on, three ireland, tim!, timico, ting!, tiscali, tismi, tm net, tmt!,
        toile libre, toob, totalplay, toya, tpg, tpn!, tpx, transitx, trined, trooli, truespeed, turk telekom, tweak,
        twilio, ufinet, unet!, uninet, uniti!, unitymedia, unsere grune glasfaser, unyc, upc, upc polska, updata,
        uunet, vectra, verizon, verizon business, versatel, via numerica, vialis, viasat, videotron, viettel,
        vimpelcom, virgin media, virgin media ireland, virtone, virtual1, vivo, vnpt, vocus, vodafone, vodafone kabel,
        vodafoneziggo, voiceworks, voipgrid, voipq, voizxl, vonage, voneus, voo, vorboss, voxbone, vtr, wave
        broadband, weserve, wessex, wibox, wideopenwest, wightfibre, wildanet, wilhelm tel, willy tel, wind hellas,
        windstream, wiocc, wow!, wwz, xs4all, yousee, zayo, zeelandnet, zen internet, ziggo, ziply, zorgring, zzoomm
    """,
    Kind.HOSTING: """
        mc digital realty, tangram canada,
        altopia, bankonit, bbix, binary wholesale, bixce, blockcast, breqwatr, buildjet, cedexis, codavel, cofractal,
        dataplex!, dataprise, datto!, dnsfilter, dotname korea, dynascale, e commerce park, evocative, exaion,
        flumotion, ganjingworld, globaliser, gocodeit, gpulol, hashtable!, hot aisle, inforonics, irltoolkit, itsudatte,
        keepit, krambu, luanflare, lunavi, macquarie data, macquarie technology, merit group a s, mis choice, mod
        mission critical, namecentral, nexedi, novacoast, ottcolo, punktum dk, robotstxt, rumble usa, spur
        intelligence, staking facilities, team cymru, teridion, the cluster company, the helpdesk, vapor io, vcsvcs,
        virtuasol, vital i o, vmshell, webservio,
        a small orange, navisite,
        1api, 20i, 2provide, 39d services, 3s!, 3w infra, 60 north, 8 to infinity, a2 hosting, acc ict, accelerated,
        acesi, acora, actito, active24, addsecure, adenis, adestis, adfinis, advanced 365, advania, aeza, afilias,
        afnic, afrihost cloud, agilimo, agisko, ahrefs, aixia, akamai, akenes, alexhost, alibaba, aliyun, all inkl,
        alpha strike, alsycon, alter way, alwaysdata, amalyze, amazon, amazon web services, ams ix, amsterdam internet
        exchange, anexia, ans group, antagonist, apex hosting, apple!, arbor!, argeweb, arsys, artnet, aruba, aruba
        cloud polska, ascoo its, asergo, asp!, astutium, atea, aternos, atlassian, atman, atnorth, atom86, atruvia,
        auproxies, automattic, avoro, aws, axarnet, axialys, axilaris, axsos, azure, azylis, b2 net, backblaze,
        bacloud, baidu, barracuda, base ip, basefarm, bcix, beaming, beget, beit, belcenter, bestidc, betawhale,
        beyond pl, bezeq international cloud, bigcommerce, binary lane, binaryedge, binero, bisecthosting, bit!,
        bitsight, bizway, blacknode, bleu, blix, blizzard, bloom host, bluehost, box com, bsk 1818, bunny!,
        bunnyway, buyvm, byon, byte internet, bytedance, bytehouse, bytemark, bytesnet, cablestreet, cachefly,
        casablanca int, catalyst cloud, catalyst2, catchpoint, cato networks, cblue, cdn77, cdnetworks, cdnvideo,
        cegal, cegeka, censys, centralnic, check point, checkdomain, checkpoint, cheops, cherry servers, choopa, cisco
        opendns, cisco umbrella, citexar, city network, cj2, claus web, cleura, clever cloud, cloudbear, cloudefence,
        cloudflare, cloudie, cloudinary, cloudlinux, cloudscale, cloudsigma, cloudways, clouvider, cluster company,
        cmc telecom, cobytes, colocrossing, cologix, colohouse, comback, combell, comcenter, commensus, common crawl,
        complior, computacenter, comspace, comtrance, comvive, conapto, connexin, conoha, conova, conscia, contabo,
        contaboasia, continum, convotis, core backbone, core space, core2u, coreix, corero, coresite, corespace,
        coreweave, cosmic guard, cpanel, cratis, creanova, criminal ip, crissic, crusoe, cts group, cwcs, cyber folks,
        cyberzone, cyon, cyrusone, cyso, d hosting, d lake, dada!, dailymotion, darkness reigns, databank, datacamp,
        datacenter com, datadog, dataforest, dataline, dataplace, dataquest, datashack, dataweb, dcent, ddos guard, de
        cix, dedibox, dedipath, dedipower, deft, delska, denic, denit, destiny, detectify, devrandom be, df eu, dgc,
        digital pacific, digital realty, digitalocean, dimenoc, dinahosting, diogenius, discord!, dns belgium,
        docapost, dogado, dokumenta, domainfactory, domainmaster, domeneshop, domicilium, dotcom monitor, dotsi, dr
        ing nepustil, dreamhost, driftnet, dropbox, duocast, dustin, dyjix, dynatrace, e bo enterprises, e viel, easi,
        easyname, easyspace, echostar, ecritel, edgecast, edgio, edis, egihosting, ehosting, ekco, elastx, electronic
        arts, elmec, emdyn, endurance, enix, enom!, epic games, epik!, equinix, equinix metal, eranium, esds, esmero,
        estruxture, eurid, eonix, evanzo, eventinfra, evoque, evoswitch, exabytes, exaring, eximprod, exonet, exoscale,
        expedient, f5!, facebook, fast it, fasthosts, fastly, feral io, final frontier, firebrick, first colo,
        firstbyte, firstcolo, firstheberg, five neins, flexential, fleximus, flexwebhosting, flexyz, flokinet,
        fluidstack, fly io, forcepoint, forpsi, fortinet, fox networks, fpt online, frantech, freeclix, fundaments,
        fux, g core, g portal, gameservers, gandi, garena, gcore, genesis cloud, ghostnet, gigabit hosting, gigacodes,
        gigahost, giganews, gigas, ginernet, github, gitlab, glesys, global layer, globaltelehost, gmo, go daddy,
        godaddy, google, gportal, green datacenter, green floid, greenbone, greencloud, greenhost, griffel, groq,
        gthost, guardey, gyron, h5, heart internet, hellsingecontrol, heroku, hetzner, hetzner finland, hetzner south
        africa, hexaglobe, heymman, highwinds, hivelocity, hkcix, hoasted, holon, home pl, horisen, host europe, host
        universal, hostdime, hosteam, hosterion, hosteurope, hostgator, hostgator brasil, hosthatch, hosthink, hosting
        concepts, hosting ukraine, hostinger, hostkey, hostland, hostnet, hostpapa, hostpoint, hostroyale, hostserver,
        hostslim, hostus, hostway, hostway romania, huawei cloud, huawei international, hybula, hydra communications,
        hydro66, i3d, ibm cloud, iboss, icn bg, ictivity, idc frontier, identity digital, ihor, iij, ikoula,
        imagekit!, imperva, imunify, inap, incapsula, infium, inflexum, infogenius, infomaniak, infoobjects, infra
        run, inmotion, innovie, inoc, inolia, inso, intercolo, intergenia, interhost, intermax, internap, internet
        archive, internet bs, internet census, interneto vizija, internetstiftelsen, internetx, interracks,
        intervolve, interxion, iomart, ionos, ip volume, ipax, ipserverone, ipv4 superhub, ipxo, irideos, iron
        mountain, is group, itaf, items!, itgration, itis, its integra, its!, iver, iwan, jdcloud, joes datacenter,
        kagoya, kakao, kamatera, keliweb, key systems, keycdn, keynote, keyweb, kinamo, king servers, kinghost,
        kingsoft, kinsta, kinx, kiprotect, kirei, klee, kliksafe, kodmyran, komsa, krystal, lambda!, latitude sh,
        layer7, lcl belgium, leaseweb, leaseweb usa, leitwerk, levantis, level 27, limelight, limestone, link11,
        linkedin, linode, linx, liquid web, liteserver, locaweb, london internet exchange, loopia, luna nl, lws!,
        m247, madeit, maehdros, magalu cloud, mail ru, maincubes, mainloop, mainxs, majestic, mammoth media, manitu,
        marbis, master internet, masterdc, masterhost, maxcdn, maxihost, maxinames, mcafee, melbikomas, melbourne
        server, memset, menlo security, merula, meta platforms, metanet, mextal, micron21, microsoft, mijn domein,
        mijndomein, mimecast, mioso, mips group, mirhosting, mitcaps, mitto, mittwald, moz!, mozilla, multacom,
        multiplay, myloc, myown, myra, mythic beasts, name com, namecheap, naoborot, naver cloud, nazwa, nbip, nebius,
        nebula!, nebulo, nedcomp, neo scale, neostrada, nepustil, nessus, netcraft, netcup, neterra, netflix, netiwan,
        netlify, netskope, netsons, netwise, neue medien muennich, neustar, new dream network, new relic, newfold,
        newmedia express, newone, newvm, nexon, nexspace, next layer, nexusguard, nfon, nforce, nfrance, nicos,
        nikhef, nine internet, nitrado, nl ix, nlix, nobis, nocix, nocyo, nominet, noovle, nordlo, northc,
        novatrend, novoserve, nsfocus, ntirety, nuclearfallout, nucleus, nzt ventures, o a c, o2switch, oath holdings,
        ociris, octopuce, oderland, ogicom, omc computers, on2it, one com, onecentral, online net, online sas, onyphe,
        open systems, opendns, openprovider, operational services, ops one, opus interactive, oracle, orange business
        cloud, orangewebsite, osso, outpost 24, outscale, ovea, ovh, ovh polska, ovh us, oxilion, oxya, packet host,
        packetexchange, palo alto, palo alto networks expanse, paperspace, path network, pc yellow, pcextreme, peak
        10, pebblehost, perceval, performive, perimeter 81, petalbot, phoenix nap, phoenixnap, php friends, phpnet,
        pingdom, planeetta, planet 33, planethoster, plesk, plus line, plusserver, ponynet, porkbun, portunity,
        poundhost, pq hosting, predicted paths, previder, prisma access, proact, profihost, proinity, prolival,
        prolocation, proofpoint, proserve, psychz, pts group, pulsant, pulseheberg, pylon one, q beyond, qavat,
        qingcloud, qrator, qts, quadranet, qualys, quantil, quanza, quarit, quickpacket, qupra, rackfish, rackforest,
        racknerd, rackspace, rackspeed, radware, railway corp, raiola, ramnode, rapid7, rapidswitch, ratiokontakt, ray
        id, razorblue, rdk it, readyspace, realdolmen, realtime register, recon, reconn, recorded future, redstation,
        redswitches, reg ru, register it, registrar eu, reliablesite, remote24, render!, requisis, retelit, rezzo, rh
        tec business, riot games, roblox, rockenstein, roct, romarg, rootlayer, routelabel, ru center, runpod, sahara
        net, sakura internet, salesforce, sap cloud, sarl azylis, savaco, savman, savvii, scaleway, schuberg philis,
        securewebs, securitytrails, seeweb, seidor, selectel, semrush, sencit, sentia, serac, servada, server4you,
        serverastra, servercentral, serverius, servermania, serverplan, servers australia, servers com, servetheworld,
        servicenow, servinga, sevenp, sgix, sh cz, shadow, shadowserver, sharktech, shibboleet, shinjiru, shock media,
        shockbyte, shodan, shopify, sia veesp, sidn, sigmatic, sigmax interstellar, signalhorn, simplercloud, simply
        com, simply transit, singlehop, site24x7, siteground, sitehost, skyhigh, skylinq, slack!, slashme, smartdc,
        snel com, softlayer, sokomi, solvinity, sony interactive, sophos, sovereign, soverin, spartanhost, speedypage,
        spokkie, spotit, sprintlink cloud, squarespace, stack infrastructure, stackpath, stackscale, stark industries,
        statuscake, steadfast, stone is, stormwall, storybel, strato, stretchoid, stric, stupa, stupi, sub 6,
        substrate, sucuri, sun network, sungard, superhosting, surf cumulus, svensk teleutveckling, switch
        datacenters, switch ltd, symantec, synergy wholesale, syntax, syseleven, sysgroup, systavo, syswings, t con, t
        four services, talia, talk straight, tarhely, tdm group, team blue, team blue denmark, techade, techno1,
        technoberg, tecpresso, telappliant, telavox, telegram, telx, tenable, tencent, teraco, terrahost, terrera, the
        constant company, the frohman group, the infrastructure group, thinxx, thousandeyes, tierpoint, tigron,
        tiktok, tilaa, time4vps, timeweb, tkrz, together!, tophost, total server solutions, trabia, transip, trend
        micro, trixit, true fullstaq, true!, truefullstaq, tucows, twitch, twitter, tzulo, uab delska, ubicom, ubicum,
        ubiquity, ubizwan, ubn24, ucloud, udomain, uk 2, uk dedicated, uk web solutions, uk2, ukservers,
        ultradns, umbler, uniserver, united domains, unitedlayer, unixo, uol diveo, upcloud, uponu, uptimerobot,
        valve, vancis, vast!, vboxx, veesp, vegasnap, velia, velocity servers, ventraip, vercara, vercel, verisign,
        verixi, versa networks, vertixo, viaeuropa, videnca, viettel idc, vikings, vimexx, virmach, virtion, vitrifi,
        vk, vng cloud, volcano, vone, vox, voxility, voyager internet, vpsville, vshosting, vtsl, vultr, vxtream,
        wargaming, wasabi, watchfront, waycom, weaccess, webempresa, webglobe, webhostingbuzz, webreus, websense,
        websupport, webtropia, webzilla, wedos, wengage, wf konijnenberg, whatbox, wholesale internet, wiit, wild
        west, win, witbe, wix, wordpress, workday, world4you, worldstream, wurzel, x corp, xenius, xneelo, xooloo, xs
        anywhere, xserver, xservers, yahoo, yandex, yisp, ymc, ymlp, yorizon, your online, zafaco, zap hosting,
        zendesk, zenlayer, zeroplex, zibris, zitcom, zndznd zendzend, zoho, zomro, zone networks, zoom video, zsah,
        zscaler, 1984
    """,
}

# Numbers of providers whose name alone misleads.
BY_NUMBER: dict[Kind, str] = {
    Kind.VPN: """
        9009 20448 39351 50525 60729 62371 136787 198605 205016 207137 208172 208323 209103 209854 212238 398391
    """,
    Kind.MOBILE: """
        6167 12576 16086 20057 21928 22394 25135 31334 31615 34419 44034 51207 206067
    """,
    Kind.ISP: """
        37508
        209 1136 1257 2119 3209 3215 3265 3269 3301 3303 3320 3352 5089 5390 5410 5432 5466 5483 5607 5615 6661 6805
        6830 6848 7018 7922 8151 8412 8422 8447 8767 8881 9143 12322 12350 12392 12479 12714 12874 13285 14593 15435
        15557 20001 20115 20825 20845 21286 22773 28685 29562 30722 31027 33915 35612 50266 198089 206238
    """,
    Kind.HOSTING: """
        714 6185 8068 8069 8070 8075 8987 13335 14618 15133 15169 16509 16625 19527 20940 21342 22616 31898 32787
        32934 33905 36040 36183 36384 36692 43515 45102 53813 54113 55256 62044 63949 132203 132892 136907 138915
        202623 209242 394089 395747 396982
    """,
}
