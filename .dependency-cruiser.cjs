/**
 * The import walls: fronts → compose → source, clouds → transport, credentials → errors.
 * `image` and `errors` import nothing of ours; fronts never import each other.
 */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(provider|sdk|test)/', pathNot: allowed },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('image-imports-nothing', '^provider/image/', '^provider/image/'),
    only('errors-import-nothing', '^provider/errors/', '^provider/errors/'),
    only('transport-knows-no-images', '^provider/transport/', '^provider/(transport|errors)/'),
    only('credentials-know-no-images', '^provider/credentials/', '^provider/(credentials|errors)/'),
    only('sources-share-a-port', '^provider/source/', '^provider/(source|image|errors)/'),
    only('schema-is-data', '^provider/schema/', '^provider/(schema|image|errors)/'),
    only(
      'pin-is-a-decision',
      '^provider/pin/',
      '^provider/(pin|image|errors)/|^provider/engine\\.ts$',
    ),
    only(
      'clouds-describe',
      '^provider/clouds/',
      '^provider/(clouds|source|image|transport|credentials|errors)/',
    ),
    ...['cli', 'pulumi', 'terraform'].map((front) =>
      only(
        `front-${front}-imports-no-other-front`,
        `^provider/${front}/`,
        `^provider/${front}/|^provider/(image|errors|schema|pin|clouds|transport)/|^provider/[^/]+\\.ts$|^test/simulator/${
          front === 'cli' ? '|^provider/terraform/package/' : ''
        }`,
      ),
    ),
    only('simulator-stands-alone', '^test/simulator/', '^test/simulator/'),
    only('cdktf-writes-json', '^sdk/cdktf/', '^sdk/cdktf/'),
    only('cdktn-writes-json', '^sdk/cdktn/', '^sdk/cdktn/'),
    only('sdk-pulumi', '^sdk/pulumi/', '^sdk/pulumi/|^provider/index\\.ts$|^provider/dist/'),
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
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
