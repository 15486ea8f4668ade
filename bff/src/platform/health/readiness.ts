/** What `/health/ready` reports beside the database; a neighbour that is down does not make this instance unready. */
export class Readiness {
  private readonly neighbours = new Map<string, () => string>();

  /** `readiness.report('core', () => 'up')` in onModuleInit. */
  report(name: string, state: () => string): void {
    this.neighbours.set(name, state);
  }

  states(): Record<string, string> {
    return Object.fromEntries([...this.neighbours].map(([name, state]) => [name, state()]));
  }
}
