/** Images as Glance prints them: its own fields, and every property as a string beside them. */
import type { CatalogImage } from '../../catalog-image';
import type { Json } from '../../wire';
import { OPENSTACK, PROJECTS } from './vocabulary';

const VISIBILITY = {
  public: 'public',
  // What an image has that is made without one.
  self: 'shared',
  shared: 'shared',
  community: 'community',
  marketplace: 'community',
} as const;

export function printImage(image: CatalogImage): Readonly<Record<string, Json | undefined>> {
  const { owner, ownerId, tags = {}, createdAt = '2024-04-25T13:15:31Z' } = image;
  const isReady = (image.state ?? OPENSTACK.states.usable) === OPENSTACK.states.usable;
  const project = owner === 'public' ? PROJECTS.operator : PROJECTS.strangers[0];
  const words = Object.entries(tags).flatMap(([tag, value]) => (value === '' ? [tag] : []));
  const properties = Object.entries(tags).filter(([, value]) => value !== '');
  const { member_status: _, ...native } = image.native ?? {};
  return {
    ...Object.fromEntries(properties),
    os_distro: image.platform,
    os_version: image.osName,
    os_type: image.osType === 'bsd' ? undefined : image.osType,
    architecture: image.architecture,
    name: image.name,
    disk_format: 'qcow2',
    container_format: 'bare',
    visibility: VISIBILITY[owner],
    size: isReady ? 2_361_393_152 : null,
    virtual_size: isReady ? image.sizeGiB * 1024 ** 3 : null,
    status: image.state ?? OPENSTACK.states.usable,
    checksum: null,
    protected: false,
    min_ram: 0,
    min_disk: image.sizeGiB,
    owner: owner === 'self' ? PROJECTS.own : (ownerId ?? project),
    os_hidden: image.deprecated ?? false,
    os_hash_algo: null,
    os_hash_value: null,
    id: image.id,
    created_at: createdAt,
    updated_at: createdAt,
    tags: words,
    self: `/v2/images/${image.id}`,
    file: `/v2/images/${image.id}/file`,
    schema: '/v2/schemas/image',
    ...native,
  };
}
