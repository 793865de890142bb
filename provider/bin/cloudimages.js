#!/usr/bin/env node
// The executable: everything is in the built program.
void require('../dist/cli/main.js').main(process.argv.slice(2));
