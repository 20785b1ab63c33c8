#!/bin/sh
# Makes sure that a Chromium is there for the journey tests; without root it says what is missing and the tests skip.
set -u
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "  Installing Chromium for the journey tests …"
  apt-get update -qq >/dev/null 2>&1
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 && exit 0
fi
echo "  Chromium is missing: the journey tests will be skipped. Install it with: sudo apt-get install chromium"
