/** Loads TypeScript as jest does, but many times in one process: compiled once, evaluated again for each run. */
import { transformSync } from '@swc/core';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

type Evaluate = (
  exports: object,
  require: (name: string) => unknown,
  module: { exports: unknown },
  filename: string,
  dirname: string,
) => void;

export interface LoaderOptions {
  readonly root: string;
  /** Sources that replace those on the disk, by file below the root. */
  readonly sources: Readonly<Record<string, string>>;
  /** As in jest's configuration. */
  readonly moduleNameMapper: Readonly<Record<string, string>>;
  /** Packages that the tests get in place of the real ones. */
  readonly packages: Readonly<Record<string, unknown>>;
}

const ENDINGS = ['', '.ts', '/index.ts'];

export class Loader {
  readonly #options: LoaderOptions;
  readonly #compiled = new Map<string, Evaluate>();
  readonly #places = new Map<string, string>();

  constructor(options: LoaderOptions) {
    this.#options = options;
  }

  /** Evaluates a file, and all that it imports of this project, as if for the first time. */
  load(file: string): void {
    this.#require(file, new Map());
  }

  #require(file: string, registry: Map<string, { exports: unknown }>): unknown {
    const known = registry.get(file);
    if (known !== undefined) return known.exports;
    const module: { exports: unknown } = { exports: {} };
    registry.set(file, module);
    const native = createRequire(file);
    const require = (name: string): unknown => {
      const stub = this.#options.packages[name];
      if (stub !== undefined) return stub;
      const place = this.#resolve(name, file);
      return place === undefined ? native(name) : this.#require(place, registry);
    };
    const own = Object.assign(require, { resolve: native.resolve, cache: native.cache });
    this.#compile(file)(module.exports as object, own, module, file, path.dirname(file));
    return module.exports;
  }

  /** The TypeScript file of this name; `undefined` for what Node loads itself. */
  #resolve(name: string, from: string): string | undefined {
    const key = `${path.dirname(from)}\0${name}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const mapped = this.#mapped(name);
    if (!mapped.startsWith('.') && !path.isAbsolute(mapped)) return undefined;
    const base = path.resolve(path.dirname(from), mapped);
    const place = ENDINGS.map((ending) => base + ending).find(
      (candidate) =>
        candidate.endsWith('.ts') && statSync(candidate, { throwIfNoEntry: false })?.isFile(),
    );
    if (place !== undefined) this.#places.set(key, place);
    return place;
  }

  #mapped(name: string): string {
    for (const [pattern, target] of Object.entries(this.#options.moduleNameMapper)) {
      const match = new RegExp(pattern).exec(name);
      if (match === null) continue;
      return target
        .replace('<rootDir>', this.#options.root)
        .replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
    }
    return name;
  }

  #compile(file: string): Evaluate {
    const known = this.#compiled.get(file);
    if (known !== undefined) return known;
    const below = path.relative(this.#options.root, file).split(path.sep).join('/');
    const source = this.#options.sources[below] ?? readFileSync(file, 'utf8');
    const { code } = transformSync(source, {
      filename: file,
      configFile: false,
      swcrc: false,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    });
    const evaluate = vm.runInThisContext(
      `(function (exports, require, module, __filename, __dirname) {${code}\n})`,
      { filename: file, importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER },
    ) as Evaluate;
    this.#compiled.set(file, evaluate);
    return evaluate;
  }
}
