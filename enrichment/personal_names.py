"""Tells a natural person's name from an organisation's, as far as a name alone can; pure."""

import re
from itertools import pairwise

from nameparser import HumanName

from enrichment.word_lists import words

# Given names common in the registries' regions; initials and particles are judged by their form.
GIVEN_NAMES = words(
    """
    aaron abdul abdullah adam adrian agnieszka ahmad ahmed aidan alain alan albert alberto alejandro
    emerson leonardo
    aleksander aleksandr aleksandra aleksei aleksey alessandro alex alexander alexandre alexandru alexey
    alexis alfred ali alina alireza amin amir amy ana anastasia anatolii anatoly anders andre andrea andreas
    andree andrei andrej andres andrew andrey andrii andriy andrzej angela angelo anil anita anna anne
    annette anthony antoine anton antoni antonio arash ariel arjan arjen arkadiusz armin arnaud arne arno
    arnold artem arthur artur arvid ashley axel ayman bart bartek bartosz bas bastiaan bastian beata ben
    benjamin benoit bernard bernd bernhard bert bill bjarn bjoern bjorn bob bogdan boris bram brandon brian
    bruno bryan burak burhan carl carla carlo carlos carsten casper catalin chad charles charlie chen chris
    christian christina christine christof christoph christophe christopher claudia claudio claus clemens
    colin connor constantin corentin cornelis cornelius craig cristian dag damian damien dan daniel daniela
    daniele daniil danny dariusz darren dave david davide dean deng denis dennis derek detlef diana diederik
    diego dieter dietmar dimitri dimitrios dirk dmitrii dmitriy dmitry dmytro dominic dominik dominique
    donald dorota douglas duncan dylan eduard eduardo edward edwin eelco egor elena elias elisabeth emanuel
    emil emily emma emmanuel enrico eric erich erik ernst ethan eugen eva evan evgenii evgeniy evgeny fabian
    fabien fabio fabrice fatih federico felix ferdinand fernando filip florian floris francesco francisco
    francois frank franz fred frederic frederik fredrik friedrich gabriel gao gareth gary geert georg george
    georgi georgios gerard gerd gerdriaan gerhard gerrit gert giacomo gianluca gijs giorgio giovanni
    giuseppe glenn gordon graham grant greg gregor gregory grzegorz guido guillaume guillermo gunnar gunter
    guo gustav hakan hamid hannes hans harald harold harry hasan hassan he heiko heinrich heinz helen helmut
    hendrik henk henri henrik henry herbert herman hermann holger hu huang hubert hugo huseyin ian ibrahim
    igor ihor ilia ilja ilya ingo ioan ion ionut irina isaac ivan ivo jaap jacek jack jackson jacob jacques
    jake jakob jakub james jamie jan jana jane janusz jaroslav jaroslaw jason jasper javier jay jean jeff
    jeffrey jelle jens jeremy jeroen jerome jerzy jesper jesse jessica jesus jim jimmy joachim joao joe joel
    joerg johan johann johannes john johnny jon jonas jonathan joost jordan jordi jorg jorge joris jorn jos
    jose josef joseph joshua jost juan juergen jukka julia julian julien jun jurgen justin kai kamil karel
    karen karim karin karl karol karsten katarzyna kees keith kelly ken kenneth kevin khaled kim kirill
    klaas klaus koen konrad konstantin krishna kristian kristof krystian krzysztof kumar kurt kyle lars
    laura laurens laurent lee lennart leo leon leonard leonid leszek li liam liang lin linda lionel lisa liu
    lorenzo louis luc luca lucas lucian luigi luis lukas lukasz luke luo ma maarten maciej magnus maksim
    maksym malte manfred manuel marc marcel marcin marco marcos marcus marek margaret maria marian marie
    marin mario marius mariusz mark marko markus martijn martin marvin marzenna masoud mateusz mathias
    mathieu mathijs matt matteo matthew matthias matthieu matthijs maurice mauro max maxim maxime maximilian
    mehdi mehmet melissa menno mete micha michael michail michal michel michele michiel miguel mihai mihail
    mika mikael mike mikhail mikkel milan mirko miroslav mohamed mohammad mohammed moritz morten mostafa
    muhammad murat mustafa mykola nadia natalia nathan nicholas nicholis nick nico nicola nicolae nicolas
    niels nikita niklas nikolai nikolaos nikolas nikolay nils noah norbert norman ola olaf ole oleg oleh
    oleksandr oleksii olga oliver olivier omar oscar oskar osman otto owen pablo paolo pascal patrice
    patricia patrick patrik patryk paul paulo pavel pavlo pawel pedro per peter petr petra petros petter
    phil philip philipp philippe pierre pieter piotr pjotr przemyslaw quentin quinten rachel radek radoslaw
    radu rafael rafal raffaele rainer rainier raj ralf ralph ramon raphael raul ray raymond rebecca reinhard
    remco remi rene reza ricardo riccardo richard rick rico rob robbert robert roberto robin rodrigo roel
    roger roland rolf romain roman ron ronald ronny ross roy ruben rudi rudolf ruslan russell ruud ryan
    sabine sam samir samuel sander sandra sandro sara sarah sascha scott sean sebastiaan sebastian sebastien
    semyon serge sergei sergej sergey sergio sergiu serhii seth shane shaun shawn siegfried silvio simon
    simone slawomir sofia soren stan stanislav stanislaw stef stefan stefano steffen stephan stephane
    stephen steve steven stijn stuart sun susan sven svetlana sylvain szymon tadeusz tamas tang taras taylor
    ted teun theo thibaut thijs thomas thorsten tiago tim timo timothy tobias todd tom tomas tomasz tommy
    tony toralf torben torsten travis trevor tristan tyler ulf ulrich urs uwe vadim valentin valeriy vasile
    vasily veronika victor viktor vincent vitalii vitaliy vitaly vittorio vlad vladimir vladislav vladyslav
    volker volodymyr walter wang warren wei wenzel werner wes wesley wiebe wilhelm willem william wim witold
    wladimir wojciech wolfgang wouter wu xavier xie xu yan yang yann yannick yaroslav yevhen youssef yuri
    yuriy yves yvonne zachary zbigniew zhang zhao zheng zhou zhu zoltan
    abigail aisha alexis alice amanda amber andrea anja ann annemarie anouk astrid ayse barbara betty
    beverly birgit birgitta bodil brigitte brittany carmen carol carolyn catarina catherine cecile
    celine chantal charlotte cheryl chiara christina cornelia danielle deborah denise diane dolores
    doris dorothy elif elizabeth elzbieta emre esther evelyn ewa fatima fatma femke frances francesca
    francoise galina genevieve gertrud gisela giulia gloria grace gunilla hannah hanne heather heike
    helene helga hendrika hiroshi ineke ines ingegerd inger ingrid isabel isabella isabelle jacqueline
    jadwiga janet janice jean jeanne jennifer joan johanna jolanda josefa joyce judith julie kathleen
    kathryn katrin kayla kenji kerstin khadija kimberly kirsten kristina krystyna larisa lori lotte
    lucia lyudmila madison malgorzata margareta margriet marie marijke marilyn marloes martha mary megan
    mercedes michelle mirjam monika monique nancy natalie natalya nathalie odile olena paola petronella
    pilar priya rajesh rebecca renate rosario ruth sandra sanjay sanne sara saskia sharon silke sophia
    stephanie suresh susan svitlana sylvie takashi tatiana teresa theresa therese truus ursula valentina
    valerie victoria virginia wei wilhelmina xin yuki zofia
    """
)
PARTICLES = words("van von der den de het ter ten te la le di da del dos el al bin ibn zu zum af 't du mc mac jr sr")
# Words that stand in names of bodies, not of people.
BODY_WORDS = words(
    "the group services service national management board community institute institut company partners"
    " associates center centre office international american united first state general global union"
    " society trust committee council office department ministry pemerintah kabupaten spoldzielnia"
    " sociedade fundacao fundacion banco stichting vereniging project pacific north south east west"
    " northern southern eastern western central royal federation federal church hospital"
)
TITLES = words("mr mrs ms dhr mevr mw dr drs prof herr frau mme mlle sra")
ROMAN = frozenset({"I", "II", "III", "IV", "V", "VI"})
COUNTRY_INITIALS = frozenset({"U.S.", "U.S.A.", "U.K."})
INITIALS = re.compile(r"^(?:[A-Z]\.-?){1,5}$|^[A-Z]$")
NAME_WORD = re.compile(r"^(?:d'|D'|O'|Mc|Mac)?[^\W\d_]+(?:['’-][^\W\d_]+)*$")
LETTERS_MIN = 2
WORDS_MAX = 5


def has_given_name(name: str) -> bool:
    """True for two to five plain words of which one is a common given name, or that begin with initials."""
    words = _person_words(name)
    if words is None:
        return False
    return any(word.casefold() in GIVEN_NAMES for word in words) or bool(INITIALS.match(words[0]))


def mentions_person(name: str) -> bool:
    """True where a title or initials before a surname stand in a name: "Notaris mr. J. de Vries"."""
    words = [word for word in name.replace(",", " ").split() if word]
    if any(word in COUNTRY_INITIALS for word in words):
        return False
    if any(word.rstrip(".").casefold() in TITLES for word in words):
        return True
    if any(INITIALS.match(one) and "." in one and NAME_WORD.match(other) for one, other in pairwise(words)):
        return True
    return _has_personal_suffix(name)


def _has_personal_suffix(name: str) -> bool:
    """True for "Jane Roe, Esq." and "John Doe DDS": degrees and ranks stand behind persons only."""
    parsed = HumanName(name)
    suffixes = [word for word in parsed.suffix.replace(",", " ").split() if word.upper() not in ROMAN]
    return bool(suffixes and parsed.first and parsed.last)


def looks_personal(name: str) -> bool:
    """True for two to four capitalised words and nothing else; weak, because firms are called so too."""
    words = _person_words(name)
    return words is not None and len(words) < WORDS_MAX and not any(word.casefold() in BODY_WORDS for word in words)


def _person_words(name: str) -> list[str] | None:
    words = [word for word in name.replace(",", " ").split() if word]
    if not LETTERS_MIN <= len(words) <= WORDS_MAX:
        return None
    for word in words:
        if INITIALS.match(word) or word.casefold() in PARTICLES:
            continue
        if not NAME_WORD.match(word) or not word[0].isupper():
            return None
    return words
