#!/bin/sh
# For authors: draws the architecture.mmd of the named designs, or of all, as architecture.svg beside
# it. Needs a network for npx and a Chromium, for instance:
#   CHROMIUM=/usr/bin/chromium sh problems/designs/render.sh rag-qa
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo "{\"executablePath\": \"${CHROMIUM:?name a Chromium}\", \"args\": [\"--no-sandbox\"]}" > "$work/browser.json"
# Text as SVG text: labels in HTML show in browsers only.
echo '{"htmlLabels": false, "flowchart": {"htmlLabels": false}, "theme": "neutral"}' > "$work/mermaid.json"
[ $# -gt 0 ] || set -- */
for design in "$@"; do
  source="${design%/}/architecture.mmd"
  PUPPETEER_SKIP_DOWNLOAD=1 npx --yes --package @mermaid-js/mermaid-cli@11 mmdc --quiet \
    --puppeteerConfigFile "$work/browser.json" --configFile "$work/mermaid.json" \
    --backgroundColor white --input "$source" --output "${source%.mmd}.svg"
done
