// Changes a lock file again and again until it is killed.
const { changeLockFile } = require('../../provider/dist/lock/lock-file.js');

const [, , file] = process.argv;
(async () => {
  for (let count = 0; ; count += 1) {
    await changeLockFile(
      file,
      (lock) => ({
        ...lock,
        queries: {
          ...lock.queries,
          changing: { canonicalVersion: 1, query: { name: 'x'.repeat(count % 5000) }, scopes: {} },
        },
      }),
      { staleMs: 2000 },
    );
    if (count === 1) process.send('writing');
  }
})();
