import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { readXml } from '../../provider/transport/xml';

/** The start of an answer of Amazon EC2's DescribeImages, as its API reference shows it. */
const EC2 = `<DescribeImagesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
  <requestId>59dbff89-35bd-4eac-99ed-be587EXAMPLE</requestId>
  <imagesSet>
    <item>
      <imageId>ami-1234567890EXAMPLE</imageId>
      <isPublic>true</isPublic>
      <productCodes/>
      <description>Amazon Linux 2 AMI 2.0 &amp; more</description>
      <blockDeviceMapping>
        <item>
          <deviceName>/dev/xvda</deviceName>
          <ebs><volumeSize>15</volumeSize></ebs>
        </item>
      </blockDeviceMapping>
    </item>
  </imagesSet>
</DescribeImagesResponse>`;

/** Its error, as the same reference shows it. */
const EC2_ERROR = `<?xml version="1.0" encoding="UTF-8"?>
<Response><Errors><Error><Code>InvalidInstanceID.NotFound</Code>
<Message>The instance ID 'i-1a2b3c4d' does not exist</Message></Error></Errors>
<RequestID>ea966190-f9aa-478e-9ede-example</RequestID></Response>`;

describe('readXml', () => {
  it('reads an answer of Amazon EC2: lists of one are lists, empty elements are empty strings', () => {
    expect(readXml(EC2)).toEqual({
      DescribeImagesResponse: {
        requestId: '59dbff89-35bd-4eac-99ed-be587EXAMPLE',
        imagesSet: [
          {
            imageId: 'ami-1234567890EXAMPLE',
            isPublic: 'true',
            productCodes: '',
            description: 'Amazon Linux 2 AMI 2.0 & more',
            blockDeviceMapping: [{ deviceName: '/dev/xvda', ebs: { volumeSize: '15' } }],
          },
        ],
      },
    });
  });

  it('reads an error of Amazon EC2', () => {
    expect(readXml(EC2_ERROR)).toEqual({
      Response: {
        Errors: {
          Error: {
            Code: 'InvalidInstanceID.NotFound',
            Message: "The instance ID 'i-1a2b3c4d' does not exist",
          },
        },
        RequestID: 'ea966190-f9aa-478e-9ede-example',
      },
    });
  });

  it.each([
    ['<a>x<!-- > y --><![CDATA[<&]]>z</a>', { a: 'x<&z' }],
    ['<a b=">" c=\'"/>\'>1</a>', { a: '1' }],
    ['<a>&lt;&gt;&quot;&apos;&#65;&#x1F600;</a>', { a: '<>"\'A😀' }],
    ['<a><b>1</b><b>2</b><b>3</b></a>', { a: { b: ['1', '2', '3'] } }],
    ['<a><item><x>1</x></item><item/></a>', { a: [{ x: '1' }, ''] }],
    ['<a><b><item>1</item></b><b><item>2</item></b></a>', { a: { b: [['1'], ['2']] } }],
    [
      '<a><item>1</item><item>2</item><b/><item>3</item></a>',
      { a: { item: ['1', '2', '3'], b: '' } },
    ],
    ['\uFEFF<?xml version="1.0"?>\n<a/>\n', { a: '' }],
    ['\uFEFF<a><b/></a>', { a: { b: '' } }],
    // What looked like a list of one, or of two, until another child came.
    ['<a><item>1</item><b/></a>', { a: { item: '1', b: '' } }],
    ['<a><item>1</item><b/><item>2</item></a>', { a: { item: ['1', '2'], b: '' } }],
    ['<a><item><item>1</item></item><b/><item>2</item></a>', { a: { item: [['1'], '2'], b: '' } }],
    ['<ns:a><ns:b> 1 </ns:b></ns:a >', { 'ns:a': { 'ns:b': ' 1 ' } }],
    ['<a><constructor>1</constructor></a>', { a: { constructor: '1' } }],
  ])('reads %s', (text, value) => {
    expect(readXml(text)).toEqual(value);
  });

  it.each([
    '',
    'plain text',
    '{"a": 1}',
    '<a>',
    '<a><b></a></b>',
    '<a>1</a><b/>',
    '<a>1</a> rest',
    '<a>&unknown;</a>',
    '<a>1 & 2</a>',
    '<a>&#x110000;</a>',
    '<a b="1>2</a>',
    '<a><!-- </a>',
    '<a',
    '</a>',
    '<1a/>',
    '<a><__proto__>1</__proto__></a>',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    '<a>'.repeat(100) + '</a>'.repeat(100),
    EC2.slice(0, 500),
  ])('rejects %s', (text) => {
    expect(() => readXml(text)).toThrow(
      expect.objectContaining({
        code: 'bad-response',
        reason: expect.stringMatching(/^expected XML/),
      }),
    );
  });

  it.each([
    ['<a><b>', '<b> is not closed'],
    ['<a>', '<a> is not closed'],
    ['<a/>x', 'text after the end'],
    ['x', 'no element'],
    ['<a></b>', '</b> closes no element'],
    ['<a/><b/>', 'there is more than one document'],
    ['<a><!-- ', '<!-- has no end'],
    ['<?xml ', '<? has no end'],
    ['<!DOCTYPE a>', 'a declaration that data has no use for'],
    ['<a b="1>2</a>', 'an attribute has no end'],
    ['<a', 'a tag has no end'],
    ['<1/>', '<1> is not an element'],
    ['<a>&x;</a>', 'unknown entity &x;'],
    ['<a>'.repeat(65), 'more than 64 levels'],
  ])('says what is wrong with %s', (text, problem) => {
    const reason = `expected XML, got something else (${problem}; ${text.length} characters): "`;
    expect(() => readXml(text)).toThrow(
      expect.objectContaining({ reason: expect.stringContaining(reason) }),
    );
  });

  it('shows no secret of what it rejects', () => {
    const redact = (text: string) => text.replaceAll('hunter2', '[redacted]');
    expect(() => readXml('token hunter2', { redact, httpStatus: 502 })).toThrow(
      expect.objectContaining({
        reason: expect.not.stringContaining('hunter2'),
        facts: { httpStatus: 502 },
      }),
    );
  });

  it('reads what saxes reads, over random documents', () => {
    const name = fc.constantFrom('a', 'b', 'item', 'name-x', 'élan');
    const text = fc.string({
      unit: fc.constantFrom('x', ' ', '&', '<', '>', '"', 'é', '😀', '\n'),
    });
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.record({ name, text }),
        fc.record({ name, children: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }) }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.boolean(), (root, isIndented) => {
        const xml = print(root, isIndented ? '\n  ' : '');
        expect(readXml(xml)).toEqual(readWithSaxes(xml));
      }),
      { numRuns: 500 },
    );
  });
});

type Tree =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly children: readonly Tree[] };

function print(tree: Tree, gap: string): string {
  const inner =
    'text' in tree
      ? tree.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
      : `${tree.children.map((child) => `${gap}${print(child, gap)}`).join('')}${gap}`;
  return `<${tree.name}>${inner}</${tree.name}>`;
}

/** The same rules on top of another parser. */
function readWithSaxes(xml: string): unknown {
  interface Element {
    readonly name: string;
    readonly children: [name: string, value: unknown][];
    text: string;
  }
  const stack: Element[] = [{ name: '', children: [], text: '' }];
  const parser = new SaxesParser({});
  parser.on('opentag', ({ name }) => stack.push({ name, children: [], text: '' }));
  parser.on('text', (text) => {
    const top = stack.at(-1);
    if (top) top.text += text;
  });
  parser.on('closetag', () => {
    const element = stack.pop();
    if (element) stack.at(-1)?.children.push([element.name, valueOf(element)]);
  });
  parser.write(xml).close();
  return Object.fromEntries(stack[0]?.children ?? []);

  function valueOf({ children, text }: Element): unknown {
    if (children.length === 0) return text;
    const names = [...new Set(children.map(([name]) => name))];
    const all = (wanted: string) =>
      children.flatMap(([name, value]) => (name === wanted ? [value] : []));
    if (names.length === 1 && names[0] === 'item') return all('item');
    return Object.fromEntries(
      names.map((name) => [name, all(name).length === 1 ? all(name)[0] : all(name)]),
    );
  }
}
