/**
 * The provider of PinnedImage as state files contain it.
 *
 * Pulumi writes the source text of this object into the state of every PinnedImage, and runs the
 * text from there on a refresh or a destroy. So it is short, has no logic that could change from
 * release to release, and reaches the installed package by name. A changed text would show as an
 * update of every pin: a test compares it byte by byte.
 *
 * `delete` needs nothing, so that a destroy works after the package is gone. `configure` only keeps
 * the stack's configuration, which holds credentials and never goes into the state.
 */
import type { dynamic } from '@pulumi/pulumi';

type Properties = Readonly<Record<string, unknown>>;
type Installed = typeof import('./provider');

/** The object whose text goes into states. */
export const trampoline: dynamic.ResourceProvider<Properties, Properties> & {
  config?: dynamic.Config;
} = {
  async configure(req) {
    this.config = req.config;
  },
  async check(olds, news) {
    return (require('@cloudimages/pulumi/provider') as Installed).check(this.config, olds, news);
  },
  async diff(_id, olds, news) {
    return (require('@cloudimages/pulumi/provider') as Installed).diff(this.config, olds, news);
  },
  async create(inputs) {
    return (require('@cloudimages/pulumi/provider') as Installed).create(this.config, inputs);
  },
  async update(_id, olds, news) {
    return (require('@cloudimages/pulumi/provider') as Installed).update(this.config, olds, news);
  },
  async read(id, props) {
    return (require('@cloudimages/pulumi/provider') as Installed).read(this.config, id, props);
  },
  async delete() {},
};
