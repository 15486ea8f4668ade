import { holdFocus } from './panel-focus.h5.ts';

/** As much of a browser's tree and focus as a panel needs. */
class FakeElement {
  isConnected = true;
  shown = true;
  constructor(readonly parent: FakeElement | null = null) {}
  setAttribute(): void {
    // Only that it can be focused.
  }
  contains(other: FakeElement | null): boolean {
    return other === this || (other?.parent !== null && other?.parent !== undefined && this.contains(other.parent));
  }
  getClientRects(): readonly unknown[] {
    return this.shown ? [{}] : [];
  }
  focus(): void {
    if (!this.shown) return;
    page.activeElement = this;
    page.fire('focusin', { target: this });
  }
}
const body = new FakeElement();
const page = {
  body,
  activeElement: body,
  told: new Map<string, (event: unknown) => void>(),
  addEventListener(name: string, listener: (event: unknown) => void): void {
    page.told.set(name, listener);
  },
  removeEventListener(name: string): void {
    page.told.delete(name);
  },
  fire(name: string, event: unknown): void {
    page.told.get(name)?.(event);
  },
};
const press = (key: string, isComposing = false): void => page.fire('keydown', { key, isComposing });
const closed: string[] = [];
const hold = (panel: FakeElement, name: string): (() => void) => holdFocus(panel, () => closed.push(name));

beforeEach(() => {
  closed.length = 0;
  page.activeElement = body;
  page.told.clear();
  Object.assign(globalThis, { document: page, HTMLElement: FakeElement, Node: FakeElement });
});
afterAll(() => {
  for (const name of ['document', 'HTMLElement', 'Node']) Reflect.deleteProperty(globalThis, name);
});

describe('a panel that opens', () => {
  it('takes the focus, keeps it, and gives it back to what opened it', () => {
    const button = new FakeElement(body);
    const panel = new FakeElement(body);
    button.focus();
    const letGo = hold(panel, 'one');
    expect(page.activeElement).toBe(panel);
    const inside = new FakeElement(panel);
    inside.focus();
    expect(page.activeElement).toBe(inside);
    button.focus();
    expect(page.activeElement).toBe(panel);
    letGo();
    expect(page.activeElement).toBe(button);
    expect(page.told.size).toBe(0);
  });
  it('leaves the focus to what took it: a field in it, or what came in its place', () => {
    const panel = new FakeElement(body);
    const field = new FakeElement(panel);
    field.focus();
    const letGo = hold(panel, 'one');
    expect(page.activeElement).toBe(field);
    letGo();
    const button = new FakeElement(body);
    button.focus();
    const again = hold(panel, 'one');
    page.activeElement = field;
    const other = new FakeElement(body);
    page.activeElement = other;
    again();
    expect(page.activeElement).toBe(other);
  });
});

describe('Escape', () => {
  it('closes the newest panel alone, and none once all are closed', () => {
    const [below, above] = [new FakeElement(body), new FakeElement(body)];
    const letGoBelow = hold(below, 'below');
    const letGoAbove = hold(above, 'above');
    press('Escape');
    letGoAbove();
    press('Escape');
    letGoBelow();
    press('Escape');
    expect(closed).toEqual(['above', 'below']);
  });
  it('is left to the word that is being written, and to no panel of a page that is out of view', () => {
    const panel = new FakeElement(body);
    const letGo = hold(panel, 'one');
    press('Escape', true);
    press('a');
    panel.shown = false;
    press('Escape');
    const elsewhere = new FakeElement(body);
    elsewhere.focus();
    expect([closed, page.activeElement]).toEqual([[], elsewhere]);
    letGo();
  });
});

it('holds nothing where there is no page of a browser', () => {
  expect(() => holdFocus(null, () => undefined)()).not.toThrow();
});
