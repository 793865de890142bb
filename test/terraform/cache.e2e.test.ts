import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { describeWithEngine } from '../engines/find';
import { startRedis, type RedisServer } from '../source/cache/redis-server';
import { smallWorld } from './harness/catalog';
import { ENGINE_TIMEOUT_MS, overriddenStack } from './harness/engines';

const IMAGE = `
data "cloudimages_image" "web" {
  targets      = ["alicloud/cn-hangzhou"]
  distro       = "ubuntu"
  architecture = "x86_64"
  most_recent  = true
}
output "id" {
  value = data.cloudimages_image.web.id
}
`;

describeWithEngine('redis-server', 'the cache in a provider block', ({ path: executable }) => {
  describeWithEngine('terraform', 'under Terraform', (terraform) => {
    let simulator: Simulator;
    let redis: RedisServer;
    beforeEach(async () => {
      simulator = await startSimulator({ world: smallWorld() });
      redis = await startRedis(executable, ['--requirepass', 'a-password-of-redis']);
    });
    afterEach(async () => {
      await redis.stop();
      await simulator.close();
    });

    test(
      'answers the second plan from Redis, and shows no password',
      async () => {
        const url = `redis://:a-password-of-redis@127.0.0.1:${redis.port}`;
        const provider = `provider "cloudimages" {
  cache = {
    store = "${url}"
  }
}
`;
        const stack = overriddenStack(terraform, simulator, `${provider}${IMAGE}`);
        const first = await stack.run('plan', '-no-color');
        const asked = simulator.world.requests().length;
        expect(asked).toBeGreaterThan(0);
        const second = await stack.run('plan', '-no-color');
        expect(simulator.world.requests()).toHaveLength(asked);
        expect(second.text).toContain('+ id = ');
        expect(first.text + second.text).not.toContain('a-password-of-redis');
      },
      2 * ENGINE_TIMEOUT_MS,
    );
  });
});
