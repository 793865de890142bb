import { once } from 'node:events';
import net from 'node:net';
import { isOwnPeer, ownerOf } from '../../provider/pulumi/server/peer-user';

/** From a Linux machine: a listener of user 1000, its two ends of a connection, a closed one. */
const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:8F0D 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 31337 1 0000000000000000 100 0 0 10 0
   1: 0100007F:9D78 0100007F:8F0D 01 00000000:00000000 00:00000000 00000000  1001        0 31338 1 0000000000000000 20 4 30 10 -1
   2: 0100007F:8F0D 0100007F:9D78 01 00000000:00000000 00:00000000 00000000  1000        0 31339 1 0000000000000000 20 4 30 10 -1
   3: 0100007F:9D79 0100007F:8F0D 06 00000000:00000000 03:00000F2A 00000000     0        0 0 3 0000000000000000
`;

test.each([
  ['the peer of a connection', '127.0.0.1:40312', 1001],
  ['an address that is not connected', '127.0.0.1:40314', undefined],
  [
    'a connection that is closed, whose owner the kernel has forgotten',
    '127.0.0.1:40313',
    undefined,
  ],
  ['a listening socket', '127.0.0.1:0', undefined],
  ['something that is no address', 'unix:/tmp/socket', undefined],
])('the owner of %s', (_, peer, owner) => {
  expect(ownerOf(peer, TABLE)).toBe(owner);
});

test('a connection of this process is its own', async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  const [[accepted], client] = await Promise.all([
    once(server, 'connection') as Promise<[net.Socket]>,
    Promise.resolve(net.connect(port, '127.0.0.1')),
  ]);
  expect(isOwnPeer(`${accepted.remoteAddress}:${accepted.remotePort}`)).toBe(true);
  client.destroy();
  accepted.destroy();
  server.close();
});
