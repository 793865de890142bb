import fc from 'fast-check';
import { didYouMean, nearestNames } from '../../provider/image/nearest';

describe('didYouMean', () => {
  const words = ['linux', 'windows', 'bsd', 'includeDeprecated'];

  it.each([
    ['linus', 'linux'],
    ['LINUX', 'linux'],
    ['window', 'windows'],
    ['includeDepricated', 'includeDeprecated'],
    ['include_deprecated', 'includeDeprecated'],
  ])('knows that %s is %s', (text, word) => {
    expect(didYouMean(text, words)).toBe(` Did you mean "${word}"?`);
  });

  it.each(['', 'solaris', 'kubernetes'])('does not guess at %j', (text) => {
    expect(didYouMean(text, words)).toBe('');
  });

  it('says nothing where there are no words', () => {
    expect(didYouMean('linux', [])).toBe('');
  });
});

describe('nearestNames', () => {
  const names = ['Ubuntu Server 20.04 LTS', 'Ubuntu Server 22.04 LTS', 'CentOS 7.9', 'CentOS 8.5'];

  it('finds the text inside longer names, nearest first', () => {
    expect(nearestNames('ubunut server 22.04', names, 2)).toEqual([
      'Ubuntu Server 22.04 LTS',
      'Ubuntu Server 20.04 LTS',
    ]);
  });

  it('leaves out white space around the text', () => {
    expect(nearestNames(' rocky ', ['rocky-9', ' alma '], 1)).toEqual(['rocky-9']);
    expect(nearestNames(' rocky ', ['a rocky b', 'arocky'], 2)).toEqual(['a rocky b', 'arocky']);
  });

  it('compares only the first 80 characters of the text, since its work is bounded', () => {
    const start = 'x'.repeat(80);
    const found = nearestNames(`${start}zz`, [`${start}zz`, `${start}aa`], 2);
    expect(found).toEqual([`${start}aa`, `${start}zz`]);
  });

  it('has each name once, equal ones in order, however they come', () => {
    const twice = ['CentOS 8.5', 'CentOS 7.9', 'CentOS 8.5'];
    expect(nearestNames('centos', twice, 5)).toEqual(['CentOS 7.9', 'CentOS 8.5']);
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 4 }), (shuffled) => {
        expect(nearestNames('centos 22', shuffled, 4)).toEqual(nearestNames('centos 22', names, 4));
      }),
    );
  });

  it('puts a name first that holds the text as it is', () => {
    const anyText = fc.string({ unit: fc.constantFrom(...'ab 1'), minLength: 1 });
    fc.assert(
      fc.property(anyText, fc.array(anyText), (text, others) => {
        const [first = ''] = nearestNames(text, [...others, `<${text}>`], 1);
        expect(first.toLowerCase()).toContain(text.toLowerCase().trim());
      }),
    );
  });
});

describe('the work of finding near names', () => {
  it('is bounded: the right name is found among 20,000, whatever is asked', () => {
    const names = Array.from({ length: 20_000 }, (_, n) => `centos_7_9_x64_alibase_${n}.vhd`);
    names.push('ubuntu_22_04_x64_alibase.vhd');
    expect(nearestNames('ubunut_22_04_x64', names, 1)).toEqual(['ubuntu_22_04_x64_alibase.vhd']);
    expect(nearestNames('x'.repeat(255), names, 5)).toHaveLength(5);
  });

  it('does not crash at names and texts of a megabyte', () => {
    const long = 'ubuntu'.repeat(200_000);
    expect(nearestNames('ubuntu', [long, 'debian'], 1)).toEqual([long]);
    expect(nearestNames(long, ['ubuntu', 'debian'], 1)).toEqual(['ubuntu']);
    expect(didYouMean(long, ['ubuntu'])).toBe('');
  });
});
