// What PinnedImage's provider text in a state file requires, by a path that never changes.
module.exports = require('./dist/provider');
