/**
 * The provider of PinnedImage as it stands in state files.
 *
 * Pulumi writes the source text of this object into the state of every PinnedImage, and runs the
 * text from there on a refresh or a destroy. So it is short, has no logic that could change from
 * release to release, and reaches the installed package by name. A changed text would show as an
 * update of every pin: a test holds it byte by byte.
 *
 * `delete` needs nothing, so that a destroy works after the package is gone. `configure` only keeps
 * the stack's configuration, which holds credentials and never goes into the state.
 */
import type { dynamic } from '@pulumi/pulumi';

/** The object whose text goes into states. */
export const trampoline: dynamic.ResourceProvider & {
  config?: dynamic.Config;
} = {
  async configure(req) {
    this.config = req.config;
  },
  async check(olds, news) {
    return require('@cloudimages/pulumi/provider').check(this.config, olds, news);
  },
  async diff(_id, olds, news) {
    return require('@cloudimages/pulumi/provider').diff(this.config, olds, news);
  },
  async create(inputs) {
    return require('@cloudimages/pulumi/provider').create(this.config, inputs);
  },
  async update(_id, olds, news) {
    return require('@cloudimages/pulumi/provider').update(this.config, olds, news);
  },
  async read(id, props) {
    return require('@cloudimages/pulumi/provider').read(this.config, id, props);
  },
  async delete() {},
};
