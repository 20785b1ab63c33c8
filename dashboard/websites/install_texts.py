"""What a site owner pastes to install the snippet, by the place it is pasted into (pure)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InstallTexts:
    """Ready texts: a line for every page, the same with its hash pinned, a Tag Manager tag, a WordPress function.

    `privacy` is for the page of the privacy statement: a link to the page for visitors that takes their number along.
    """

    html: str
    pinned: str
    tag_manager: str
    wordpress: str
    privacy: str


def install_texts(
    *, address: str, pinned_address: str, integrity: str, purpose: str, visitor_page: str, link_words: str
) -> InstallTexts:
    """The texts for the script at `address`. `integrity` is its hash in the form of Subresource Integrity (W3C).

    Without one, while the site is shut and its script empty, there is nothing to pin.
    """
    return InstallTexts(
        html=f'<script async src="{address}"></script>',
        privacy=(f'<a href="{visitor_page}">{link_words}</a>\n<script async src="{visitor_page}link.js"></script>'),
        pinned=_pinned(pinned_address, integrity) if integrity else "",
        tag_manager=(
            "<script>\n"
            "  (function () {\n"
            "    var tag = document.createElement('script');\n"
            "    tag.async = true;\n"
            f"    tag.src = '{address}';\n"
            "    document.head.appendChild(tag);\n"
            "  })();\n"
            "</script>"
        ),
        wordpress=(
            "add_action('wp_enqueue_scripts', function () {\n"
            f"    wp_enqueue_script('connectleads', '{address}', array(), null, array('strategy' => 'async'));\n"
            "});\n"
            "// WP Consent API: this script asks for consent by itself, and this is the cookie it sets afterwards.\n"
            "add_filter('wp_consent_api_registered_connectleads', '__return_true');\n"
            "add_action('plugins_loaded', function () {\n"
            "    if (function_exists('wp_add_cookie_info')) {\n"
            f"        wp_add_cookie_info('connectleads_visitor', 'ConnectLeads', '{purpose}', '13 months',\n"
            "            'Recognise which company visits, for sales follow-up');\n"
            "    }\n"
            "});"
        ),
    )


def _pinned(address: str, integrity: str) -> str:
    return f'<script async src="{address}"\n        integrity="{integrity}" crossorigin="anonymous"></script>'
