#!/usr/bin/env node
// The executable: everything is in the built program.
require('../dist/cli/main.js').main(process.argv.slice(2));
