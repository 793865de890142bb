/** The examples in the package schema, per language, as Pulumi's documentation tools read them. */

function example(title: string, programs: Readonly<Record<string, string>>): string {
  const blocks = Object.entries(programs).map(
    ([language, text]) => `\`\`\`${language}\n${text.trim()}\n\`\`\``,
  );
  return [
    '{{% examples %}}',
    '## Example Usage',
    '{{% example %}}',
    `### ${title}`,
    '',
    blocks.join('\n\n'),
    '{{% /example %}}',
    '{{% /examples %}}',
  ].join('\n');
}

/** For `getImages`. */
export const GET_IMAGES_EXAMPLE = example('The newest Ubuntu 22.04 in two clouds', {
  yaml: `
variables:
  ubuntu:
    fn::invoke:
      function: cloudimages:index:getImages
      arguments:
        targets: [alicloud/cn-hangzhou, tencentcloud/ap-singapore]
        distro: ubuntu
        osVersion: "22.04"
        architecture: x86_64
        mostRecent: true
outputs:
  imageIds: \${ubuntu.idByTarget}
`,
  python: `
import pulumi
import pulumi_cloudimages as cloudimages

ubuntu = cloudimages.get_images(
    targets=["alicloud/cn-hangzhou", "tencentcloud/ap-singapore"],
    distro="ubuntu",
    os_version="22.04",
    architecture="x86_64",
    most_recent=True,
)
pulumi.export("imageIds", ubuntu.id_by_target)
`,
});

/** For `getImage`. */
export const GET_IMAGE_EXAMPLE = example('The newest Ubuntu 22.04', {
  yaml: `
variables:
  ubuntu:
    fn::invoke:
      function: cloudimages:index:getImage
      arguments:
        targets: [alicloud/cn-hangzhou]
        distro: ubuntu
        osVersion: "22.04"
        architecture: x86_64
        mostRecent: true
outputs:
  imageId: \${ubuntu.id}
`,
  python: `
import pulumi
import pulumi_cloudimages as cloudimages

ubuntu = cloudimages.get_image(
    targets=["alicloud/cn-hangzhou"],
    distro="ubuntu",
    os_version="22.04",
    architecture="x86_64",
    most_recent=True,
)
pulumi.export("imageId", ubuntu.id)
`,
});

/** For `PinnedImage`. */
export const PINNED_IMAGE_EXAMPLE = example('An image that moves when a trigger changes', {
  yaml: `
resources:
  web:
    type: cloudimages:index:PinnedImage
    properties:
      targets: [alicloud/cn-hangzhou]
      distro: ubuntu
      osVersion: "22.04"
      architecture: x86_64
      mostRecent: true
      triggers: ["2024-06"]
outputs:
  imageId: \${web.imageId}
`,
  python: `
import pulumi
import pulumi_cloudimages as cloudimages

web = cloudimages.PinnedImage("web",
    targets=["alicloud/cn-hangzhou"],
    distro="ubuntu",
    os_version="22.04",
    architecture="x86_64",
    most_recent=True,
    triggers=["2024-06"],
)
pulumi.export("imageId", web.image_id)
`,
});
