#!/bin/sh
# For authors: draws each architecture.mmd as the architecture.svg beside it. Needs a network for npx
# and a Chromium, for instance: CHROMIUM=/usr/bin/chromium sh problems/designs/render.sh
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo "{\"executablePath\": \"${CHROMIUM:?name a Chromium}\", \"args\": [\"--no-sandbox\"]}" > "$work/browser.json"
# Text as SVG text: labels in HTML show in browsers only.
echo '{"htmlLabels": false, "flowchart": {"htmlLabels": false}, "theme": "neutral"}' > "$work/mermaid.json"
for source in */architecture.mmd; do
  PUPPETEER_SKIP_DOWNLOAD=1 npx --yes --package @mermaid-js/mermaid-cli@11 mmdc --quiet \
    --puppeteerConfigFile "$work/browser.json" --configFile "$work/mermaid.json" \
    --backgroundColor white --input "$source" --output "${source%.mmd}.svg"
done
