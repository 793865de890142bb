#!/bin/sh
# Starts the provider. What it says on standard output is shown by Terraform when it cannot start.
command -v node >/dev/null 2>&1 || {
  echo 'The cloudimages provider needs Node.js 20.18 or later, and there is no "node" on the PATH.'
  exit 1
}
# With this set, Node reads every root certificate at its start; the provider reads them when it
# needs them. Options meant for other programs could write to standard output before us.
if [ -z "$CLOUDIMAGES_EXTRA_CA_CERTS" ] && [ -n "$NODE_EXTRA_CA_CERTS" ]; then
  export CLOUDIMAGES_EXTRA_CA_CERTS="$NODE_EXTRA_CA_CERTS"
  unset NODE_EXTRA_CA_CERTS
fi
export NODE_OPTIONS="$CLOUDIMAGES_NODE_OPTIONS"
exec node "${0%/*}/provider.cjs"
