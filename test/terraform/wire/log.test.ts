import { createLog } from '../../../provider/terraform/wire/log';

const now = (): number => Date.parse('2024-07-12T09:30:00.250Z');

describe('the log', () => {
  test("is one line in the form of Terraform's logger", () => {
    const lines: string[] = [];
    const log = createLog({
      environment: { TF_LOG: 'DEBUG' },
      write: (line) => lines.push(line),
      now,
    });
    log('debug', 'several\nlines', { cloud: 'alicloud', ms: 12 });
    expect(lines).toEqual([
      '{"@level":"debug","@message":"several\\nlines","@module":"cloudimages","@timestamp":"2024-07-12T09:30:00.250000Z","cloud":"alicloud","ms":12}\n',
    ]);
  });

  test.each([
    ['nobody reads it', {}],
    ['it is turned off', { TF_LOG: 'OFF' }],
    ['it is turned off for providers', { TF_LOG: 'TRACE', TF_LOG_PROVIDER: 'off' }],
  ])('is silent when %s', (_case, environment) => {
    const write = jest.fn();
    createLog({ environment, write, now })('error', 'x');
    expect(write).not.toHaveBeenCalled();
  });

  test('keeps a line short enough for Terraform', () => {
    const lines: string[] = [];
    const environment = { TF_LOG_PROVIDER: 'trace' };
    createLog({ environment, write: (line) => lines.push(line), now })('trace', 'é'.repeat(1e6));
    expect(Buffer.byteLength(lines.join(''))).toBeLessThan(65_536);
  });
});
