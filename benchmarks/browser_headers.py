"""The headers of a browser's hit as they arrive behind a proxy: nginx is asked with the very same (pure)."""

LINES = (
    "Host: leads.example.nl",
    "Connection: keep-alive",
    'sec-ch-ua-platform: "Windows"',
    "User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
    "Safari/537.36",
    'sec-ch-ua: "Chromium";v="140", "Not=A?Brand";v="24", "Google Chrome";v="140"',
    "Content-Type: text/plain;charset=UTF-8",
    "sec-ch-ua-mobile: ?0",
    "Accept: */*",
    "Origin: https://www.voorbeeld.nl",
    "Sec-Fetch-Site: cross-site",
    "Sec-Fetch-Mode: cors",
    "Sec-Fetch-Dest: empty",
    "Referer: https://www.voorbeeld.nl/",
    "Accept-Encoding: gzip, deflate, br, zstd",
    "Accept-Language: nl-NL,nl;q=0.9,en;q=0.8",
)
