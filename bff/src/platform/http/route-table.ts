/** Knows which methods each address takes, so that a wrong method is told from a wrong address. */
export class RouteTable {
  private readonly routes: { readonly pattern: RegExp; readonly methods: Set<string> }[] = [];

  add(url: string, methods: string | readonly string[]): void {
    const source = `^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+').replace(/\\\*/g, '.*')}/?$`;
    const known = this.routes.find((route) => route.pattern.source === new RegExp(source).source);
    const list = typeof methods === 'string' ? [methods] : methods;
    if (known !== undefined) for (const method of list) known.methods.add(method);
    else this.routes.push({ pattern: new RegExp(source), methods: new Set(list) });
  }

  /** The methods that would have been taken at this path; empty when there is no such address. */
  methodsAt(path: string): readonly string[] {
    const found = this.routes.filter((route) => route.pattern.test(path)).flatMap((route) => [...route.methods]);
    return [...new Set(found)].sort();
  }
}
