/**
 * The import walls: fronts → compose → source, clouds → credentials → transport → errors.
 * `os-name` and `errors` import nothing else of ours, `image` only `os-name`; fronts never import each other.
 */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(provider|sdk|simulator|test)/', pathNot: allowed },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('os-name-imports-nothing', '^provider/os-name/', '^provider/os-name/'),
    only('image-imports-os-name', '^provider/image/', '^provider/(image|os-name)/'),
    only('errors-import-nothing', '^provider/errors/', '^provider/errors/'),
    only('transport-knows-no-images', '^provider/transport/', '^provider/(transport|errors)/'),
    only(
      'credentials-know-no-images',
      '^provider/credentials/',
      '^provider/(credentials|transport|errors)/',
    ),
    only('files-import-nothing', '^provider/files/', '^provider/files/'),
    only(
      'sources-share-a-port',
      '^provider/source/',
      '^provider/(source|image|transport|errors|files)/',
    ),
    only('schema-is-data', '^provider/schema/', '^provider/(schema|clouds|image|os-name|errors)/'),
    only(
      'pin-is-a-decision',
      '^provider/pin/',
      '^provider/(pin|image|errors)/|^provider/look-up/engine\\.ts$',
    ),
    only(
      'clouds-describe',
      '^provider/clouds/',
      '^provider/(clouds|source|image|os-name|transport|credentials|errors)/',
    ),
    ...['cli', 'pulumi', 'terraform'].map((front) =>
      only(
        `front-${front}-imports-no-other-front`,
        `^provider/${front}/`,
        `^provider/${front}/|^provider/(image|os-name|errors|schema|pin|lock|project|clouds|transport|look-up|files|source/cache)/|^provider/[^/]+\\.ts$|^simulator/|^sdk/lock/`,
      ),
    ),
    only('simulator-stands-alone', '^simulator/', '^simulator/'),
    only(
      'project-file-is-data',
      '^provider/project/',
      '^provider/(project|schema|image|os-name|errors)/|^sdk/lock/',
    ),
    only('lock-stands-alone', '^sdk/lock/', '^sdk/lock/'),
    only(
      'lock-chooses-nothing',
      '^provider/lock/',
      // The lock fills the port through which pins use it.
      '^provider/(lock|project|schema|image|os-name|errors|look-up)/|^provider/pin/pin-engine\\.ts$|^sdk/lock/',
    ),
    only('cdktf-writes-json', '^sdk/cdktf/', '^sdk/(cdktf|lock)/|^provider/check-query\\.ts$'),
    only('cdktn-writes-json', '^sdk/cdktn/', '^sdk/(cdktn|lock)/|^provider/check-query\\.ts$'),
    only('sdk-pulumi', '^sdk/pulumi/', '^sdk/pulumi/|^provider/(pulumi/)?index\\.ts$'),
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^provider/',
        // The command line loads its commands late, by the names of the built files.
        pathNot: ['\\.d\\.ts$', '\\.generated\\.ts$', '/bin/', '^provider/cli/'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
