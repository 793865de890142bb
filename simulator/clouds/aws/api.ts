/**
 * EC2 on the wire: the EC2 query protocol, parameters in a form or in the query, XML out.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html
 */
import { cursorPage } from '../../cursors';
import { disturbFields, listWhole, pageOf, refuseUnknownIds } from '../../listing';
import { serve, type AnswerContext, type Dialect } from '../../serve';
import { WireError, type Json, type SimulatorRequest, type SimulatorResponse } from '../../wire';
import type { World } from '../../world';
import { printXml } from '../../xml';
import { authenticateAws, forbidden, notValid } from './auth';
import { readAwsCall, type AwsCall } from './call';
import { printedImage } from './image';
import { readAwsQuery } from './query';
import { AWS } from './vocabulary';

const VERSION = '2016-11-15';
const NAMESPACE = `http://ec2.amazonaws.com/doc/${VERSION}/`;

const dialect: Dialect<AwsCall> = {
  cloud: 'aws',
  errorsHaveStatus: true,
  read: readAwsCall,
  authenticate: authenticateAws,
  answer(context) {
    const { call, requestId } = context;
    if (call.version !== VERSION) {
      throw new WireError(
        'NoSuchVersion',
        `The requested version (${call.version}) does not exist`,
      );
    }
    const action = Object.hasOwn(ACTIONS, call.action) ? ACTIONS[call.action] : undefined;
    if (!action || call.request.path !== '/') {
      const message = `The action ${call.action} is not valid for this web service.`;
      throw new WireError('InvalidAction', message, 400);
    }
    return { requestId, ...action(context) };
  },
  print: (answer, call) => ({
    status: 200,
    contentType: 'text/xml;charset=UTF-8',
    body: printXml(`${call.action}Response`, answer, { namespace: NAMESPACE, item: 'item' }),
  }),
  printError: (error, requestId) => ({
    status: error.status,
    contentType: 'text/xml;charset=UTF-8',
    body: printXml('Response', {
      Errors: { Error: { Code: error.code, Message: error.message } },
      RequestID: requestId,
    }),
  }),
  errors: {
    throttled: () => new WireError('RequestLimitExceeded', 'Request limit exceeded.', 503),
    internal: () => new WireError('InternalError', 'An internal error has occurred', 500),
    unauthenticated: notValid,
    forbidden,
  },
};

/** One request to EC2. */
export function handleAws(world: World, request: SimulatorRequest): SimulatorResponse {
  return serve(dialect, world, request);
}

type Action = (context: AnswerContext<AwsCall>) => Readonly<Record<string, Json | undefined>>;

const ACTIONS: Readonly<Record<string, Action>> = {
  DescribeImages: describeImages,
  DescribeRegions: describeRegions,
};

function describeImages({ world, call, effects }: AnswerContext<AwsCall>) {
  const { offset, limit, imageIds, filteredIds, keep } = readAwsQuery(call, world.now());
  const { region } = call;
  const known = world.images('aws', region);
  const missing = imageIds.find((id) => !known.some((image) => image.id === id));
  if (missing !== undefined) {
    const message = `The image id '[${missing}]' does not exist`;
    throw new WireError(AWS.codes.unknownId, message, 400);
  }
  refuseUnknownIds(known, effects, { ids: filteredIds, code: AWS.codes.unknownId });
  const kept = listWhole(world, effects, { cloud: 'aws', region, keep });
  // Without MaxResults, one page has everything.
  const { rows, next } = cursorPage(kept, effects, { offset, limit });
  return {
    imagesSet: rows.map((image, row) =>
      disturbFields(
        effects,
        { architecture: 'architecture', state: 'imageState' },
        printedImage(image),
        row,
      ),
    ),
    nextToken: next,
  };
}

function describeRegions({ world, call, effects }: AnswerContext<AwsCall>) {
  const unknown = [...call.own.keys()].find((name) => !/^(AllRegions|DryRun)$/.test(name));
  if (unknown !== undefined) {
    throw new WireError('UnknownParameter', `The parameter ${unknown} is not recognized`, 400);
  }
  const all = { offset: 0, limit: Infinity };
  const { rows } = pageOf(regionsOfPartition(world, call.region), effects, all);
  return {
    regionInfo: rows.map((region, row) =>
      disturbFields(
        effects,
        {},
        {
          regionName: region,
          regionEndpoint: `ec2.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`,
          optInStatus: 'opt-in-not-required',
        },
        row,
      ),
    ),
  };
}

/** A region lists those of its own partition. */
function regionsOfPartition(world: World, region: string): readonly string[] {
  const partition = (id: string) => /^(cn|us-gov)-/.exec(id)?.[1] ?? '';
  return world.regions('aws').filter((id) => partition(id) === partition(region));
}
