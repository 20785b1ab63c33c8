"""Which known organisation a domain stands for (edge: it reads companies)."""

from dataclasses import replace
from uuid import UUID

from publicsuffixlist import PublicSuffixList

from enrichment.models import Company, ObjectionWay
from enrichment.objections import Wish


def wish_of_domain(domain: str) -> Wish:
    """The organisation that the domain belongs to: by its kept domain, or by a name that is the domain's own word.

    Two organisations of one name in different countries are told apart by nobody but staff; then only the domain is in
    the wish.
    """
    own = PublicSuffixList(only_icann=True).privatesuffix(domain) or domain
    found = list(Company.objects.filter(domain=own)[:2])
    if not found:
        word = own.split(".")[0].replace("-", " ")
        spellings = {word, word.replace(" ", "")}
        found = list(Company.objects.filter(normalised__in=spellings)[:2])
    if len(found) != 1:
        return Wish(way=ObjectionWay.DNS, domain=own)
    return replace(_wish(found[0]), domain=own)


def wish_of_company(company_id: UUID, *, way: ObjectionWay = ObjectionWay.DNS) -> Wish | None:
    """A known organisation as the subject of a wish; None when there is no such organisation."""
    company = Company.objects.filter(id=company_id).first()
    return replace(_wish(company), way=way) if company else None


def candidates(domain: str) -> list[Company]:
    """Organisations that a domain might belong to, for staff to choose from."""
    word = domain.split(".")[0].replace("-", " ")
    return (
        list(Company.objects.filter(normalised__icontains=word).order_by("normalised", "country")[:20]) if word else []
    )


def _wish(company: Company) -> Wish:
    return Wish(way=ObjectionWay.DNS, name=company.name, normalised=company.normalised, country=company.country)
