// The stack under Pulumi's mocks: `npm test`. No cloud is asked, and no plugin is needed.
import * as assert from 'node:assert';
import { before, test } from 'node:test';
import { fixedImages, setResolver } from '@cloudimages/pulumi';
import * as pulumi from '@pulumi/pulumi';

let stack: typeof import('./index');

before(async () => {
  await pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs }),
    call: ({ inputs }) => inputs,
  });
  // The look-up runs in the program, where mocks do not reach: give it its answers.
  setResolver(
    fixedImages({
      'alicloud/cn-hangzhou': 'ubuntu_22_04_x64',
      'tencentcloud/ap-singapore': 'img-ubuntu',
    }),
  );
  stack = await import('./index');
});

function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => output.apply(resolve));
}

test('each instance starts from the image of its own cloud', async () => {
  assert.strictEqual(await valueOf(stack.inHangzhou.imageId), 'ubuntu_22_04_x64');
  assert.strictEqual(await valueOf(stack.inSingapore.imageId), 'img-ubuntu');
});
