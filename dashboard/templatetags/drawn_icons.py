"""The icons of heroicons, drawn when a template is loaded and not each time it is shown (edge).

Settings name this library heroicons, in the place of that package's own, which copies and writes an XML tree for every
icon: a page shows some forty. An icon whose name a template does not know beforehand is drawn as heroicons does.
"""

from collections.abc import Callable, Iterable

from django import template
from django.template.base import FilterExpression, Node, Parser, TextNode, Token, Variable
from django.template.library import SimpleNode
from heroicons.templatetags.heroicons import register as heroicons

register = template.Library()

Compile = Callable[[Parser, Token], Node]


def drawn_early(compile_tag: Compile) -> Compile:
    """The same tag, which becomes text when nothing in it depends on a page."""

    def compile_once(parser: Parser, token: Token) -> Node:
        node = compile_tag(parser, token)
        if isinstance(node, SimpleNode) and _is_fixed(node):
            return TextNode(node.render(template.Context()))
        return node

    return compile_once


def _is_fixed(node: SimpleNode) -> bool:
    return node.target_var is None and _are_literal((*node.args, *node.kwargs.values()))


def _are_literal(values: Iterable[FilterExpression]) -> bool:
    return all(not isinstance(one.var, Variable) or one.var.literal is not None for one in values)


for _name, _compile in heroicons.tags.items():
    register.tag(_name, drawn_early(_compile))
