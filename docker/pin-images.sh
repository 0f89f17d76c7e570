#!/bin/sh
# Asks the registry for the digest of each image and writes NAME=image:tag@sha256:… to docker/.env, from where compose reads them.
# Needs docker with buildx and a network. Run it when a tag in docker/ changes; keep .env out of version control.
set -eu
folder=$(cd "$(dirname "$0")" && pwd)
target=${1:-$folder/.env}
touch "$target"
chmod 600 "$target"
sed -n 's/.*\${\([A-Z]*_IMAGE\):-\([^}]*\)}.*/\1 \2/p' "$folder/compose.yaml" | sort -u | while read -r name image; do
  digest=$(docker buildx imagetools inspect "$image" --format '{{.Manifest.Digest}}')
  if ! printf '%s\n' "$digest" | grep -Eqx 'sha256:[0-9a-f]{64}'; then
    echo "The registry gave no digest for $image: $digest" >&2
    exit 1
  fi
  rest=$(grep -v "^$name=" "$target" || true)
  printf '%s\n' "$rest" "$name=$image@$digest" | sed '/^$/d' >"$target"
  echo "$name=$image@$digest"
done
