/** Faults of connections and of HTTP itself. */
import { gzipSync } from 'node:zlib';
import { ended, type Fault } from './fault';

const LOST = ['unavailable', 'timeout', 'bad-response'] as const;
const SLOW = ['timeout', 'unavailable'] as const;
const BROKEN = ['bad-response', 'unavailable', 'timeout'] as const;

export const TRANSPORT_FAULTS: readonly Fault[] = [
  {
    name: 'reset before the answer',
    codes: LOST,
    apply: ended(() => ({ kind: 'reset', afterBytes: 0 })),
  },
  {
    name: 'reset at any byte',
    codes: LOST,
    apply: ended((answer, { random }) => ({
      kind: 'reset',
      afterBytes: random.below(answer.body.length + 200),
    })),
  },
  {
    name: 'closed before the answer',
    codes: LOST,
    apply: ended(() => ({ kind: 'close', afterBytes: 0 })),
  },
  {
    name: 'closed at any byte',
    codes: LOST,
    apply: ended((answer, { random }) => ({
      kind: 'close',
      afterBytes: random.below(answer.body.length + 100),
    })),
  },
  { name: 'hung socket', codes: SLOW, apply: ended(() => ({ kind: 'hang', afterBytes: 0 })) },
  {
    name: 'hung inside the body',
    codes: SLOW,
    apply: ended((answer, { random }) => ({
      kind: 'hang',
      afterBytes: 150 + random.below(answer.body.length),
    })),
  },
  {
    name: 'late answer',
    codes: SLOW,
    apply: ended((_, { random }) => ({ kind: 'late', ms: 500 + random.below(4000) })),
  },
  { name: 'slow drip', codes: SLOW, apply: ended(() => ({ kind: 'drip' })) },
  {
    name: 'connection refused',
    codes: ['unavailable', 'timeout'],
    apply: ended(() => ({ kind: 'unreachable', code: 'ECONNREFUSED' })),
  },
  {
    name: 'unknown host',
    codes: ['unavailable', 'timeout'],
    apply: ended((_, { random }) => ({
      kind: 'unreachable',
      code: random.pick(['ENOTFOUND', 'EAI_AGAIN']),
    })),
  },
  {
    name: 'no HTTP',
    codes: BROKEN,
    apply: ended((_, { random }) => ({
      kind: 'raw',
      bytes: Buffer.from(
        random.pick([
          'SSH-2.0-OpenSSH_9.6\r\n',
          '\x16\x03\x01\x00\x05hello',
          'HTTP/9.9 abc\r\n\r\n',
          'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
          '\0\0\0\0',
        ]),
      ),
    })),
  },
  {
    name: 'headers without end',
    codes: BROKEN,
    socketsOnly: true,
    apply: ended(() => ({
      kind: 'raw',
      bytes: Buffer.from(`HTTP/1.1 200 OK\r\n${'x-chaos: '.padEnd(200, 'y')}\r\n`.repeat(400)),
    })),
  },
  {
    name: 'two lengths that disagree',
    codes: BROKEN,
    socketsOnly: true,
    apply: ended((answer) => ({
      kind: 'raw',
      bytes: Buffer.from(
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\ncontent-length: ${answer.body.length}\r\n\r\n${answer.body}`,
      ),
    })),
  },
  {
    name: 'broken chunks',
    codes: BROKEN,
    socketsOnly: true,
    apply: ended((answer) => ({
      kind: 'raw',
      bytes: Buffer.from(
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n${answer.body}\r\n0\r\n\r\n`,
      ),
    })),
  },
  {
    name: 'length too small',
    codes: BROKEN,
    socketsOnly: true,
    apply: ended((answer) => ({
      kind: 'raw',
      bytes: Buffer.from(
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Math.max(1, answer.body.length - 7)}\r\nconnection: close\r\n\r\n${answer.body}`,
      ),
    })),
  },
  {
    name: 'gzip bomb',
    codes: BROKEN,
    socketsOnly: true,
    apply: (answer) => ({
      ...answer,
      headers: { ...answer.headers, 'content-encoding': 'gzip' },
      end: { kind: 'bytes', bytes: bomb() },
    }),
  },
  {
    name: 'gzip cut short',
    codes: BROKEN,
    socketsOnly: true,
    apply: (answer, { random }) => {
      const bytes = gzipSync(answer.body);
      return {
        ...answer,
        headers: { ...answer.headers, 'content-encoding': 'gzip' },
        end: { kind: 'bytes', bytes: bytes.subarray(0, random.below(bytes.length)) },
      };
    },
  },
  {
    name: 'gzip that is not gzip',
    codes: BROKEN,
    socketsOnly: true,
    apply: (answer) => ({
      ...answer,
      headers: { ...answer.headers, 'content-encoding': 'gzip' },
      end: { kind: 'bytes', bytes: Buffer.from(answer.body) },
    }),
  },
  {
    name: 'proper gzip',
    codes: [],
    socketsOnly: true,
    apply: (answer) => ({
      ...answer,
      headers: { ...answer.headers, 'content-encoding': 'gzip' },
      end: { kind: 'bytes', bytes: gzipSync(answer.body) },
    }),
  },
  {
    name: 'unknown encoding',
    codes: BROKEN,
    socketsOnly: true,
    apply: (answer, { random }) => ({
      ...answer,
      headers: { ...answer.headers, 'content-encoding': random.pick(['br', 'zstd', 'chaos']) },
      end: { kind: 'bytes', bytes: Buffer.from(answer.body) },
    }),
  },
];

let madeBomb: Buffer | undefined;

/** 100 MB of blanks in 100 kB: more than a list of images may have. */
function bomb(): Buffer {
  return (madeBomb ??= gzipSync(Buffer.alloc(100 * 1024 * 1024, ' ')));
}
