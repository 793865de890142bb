/** The processor architecture of EC2 instance types, by AWS's naming rule. */
import type { Architecture } from '../../image/words';

/** Families that the rule does not cover: the first Graviton instances had no letter for them. */
const EXCEPTIONS: Readonly<Record<string, Architecture>> = { a1: 'arm64' };

/**
 * A family is letters, a generation number, and letters for the processor and for options: in
 * `c7gn.xlarge`, `g` is AWS Graviton. `p6e-gb200` has NVIDIA's Grace processor, which is Arm too.
 * Mac instances start images of macOS only, whose architectures have words of their own.
 *
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 * @returns undefined for a name that does not have this form
 */
export function instanceArchitecture(instanceType: string): Architecture | undefined {
  const [, family = '', options = ''] =
    /^((?:[a-z]+|u-?)\d+([a-z0-9-]*))\.(?:metal|nano|micro|small|medium|large|\d*xlarge|metal-\d+xl)$/.exec(
      instanceType,
    ) ?? [];
  if (family === '' || family.startsWith('mac')) return undefined;
  return EXCEPTIONS[family] ?? (options.includes('g') ? 'arm64' : 'x86_64');
}
