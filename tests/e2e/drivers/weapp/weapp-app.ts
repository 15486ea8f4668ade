import { statSync } from 'node:fs';
import { Bundle, boundEvents } from './bundle.ts';
import { fits, until } from '../fund-app.ts';
import type { FundApp, PhoneHolder } from '../fund-app.ts';
import { findByText, findField, linesOf, put, textOf } from './page-tree.ts';
import type { Placed, TreeNode } from './page-tree.ts';
import { createWx } from './wx.ts';
import type { Control } from '../../world/control.ts';

interface PageInstance {
  route: string;
  /** In the header that WeChat draws. */
  title?: string;
  options: Record<string, string>;
  data: { root: TreeNode };
  setData(change: Record<string, unknown>, done?: () => void): void;
  eh?(event: object): void;
  onLoad?(options: object): void;
  onReady?(): void;
  onShow?(): void;
  onHide?(): void;
  onUnload?(): void;
  [name: string]: unknown;
}
interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly tabBar?: { readonly list: readonly { readonly pagePath: string; readonly text: string }[] };
}
export interface WeappOptions {
  readonly folder: string;
  readonly control: Control;
  readonly apiUrl: string;
  /** The storage of a phone on which the app has run before. */
  readonly kept?: Map<string, unknown>;
}

/** No eye and finger are faster; setData is counted at a person's pace. */
const GLANCE_MS = 150;

/** What WeChat limits of setData: 256 KB a call, 20 calls a second. */
export interface SetDataLedger {
  calls: number;
  largestBytes: number;
  /** Most calls within one second. */
  busiestSecond: number;
}

/** The compiled weapp bundle, running: real app.js and pages in a bare context, `wx` answered by the stand-ins and the BFF. */
export class WeappApp implements FundApp {
  readonly channel = 'weapp';
  readonly setDataLedger: SetDataLedger = { calls: 0, largestBytes: 0, busiestSecond: 0 };
  /** The deepest the page stack has been. */
  deepest = 0;
  #lately: number[] = [];
  readonly #options: WeappOptions;
  readonly #bundle: Bundle;
  readonly #appJson: AppJson;
  readonly #binds: ReturnType<typeof boundEvents>;
  readonly #requests: string[] = [];
  readonly #stack: PageInstance[] = [];
  #app: Record<string, unknown> = {};
  #pageConfig: Record<string, unknown> | undefined;
  #holder: PhoneHolder = { key: 'nobody', mobile: '' };
  #voucher = { path: '', size: 0 };
  #face: string = 'passed';
  subscribeAnswer: 'accept' | 'reject' = 'accept';

  readonly kept: Map<string, unknown>;

  constructor(options: WeappOptions) {
    this.#options = options;
    this.kept = options.kept ?? new Map();
    const wx = createWx({
      control: options.control,
      apiUrl: options.apiUrl,
      personKey: () => this.#holder.key,
      faceOutcome: () => this.#face,
      subscribeAnswer: () => this.subscribeAnswer,
      requests: this.#requests,
      navigate: (kind, url, delta) => this.#navigate(kind, url, delta),
      title: (words) => void (this.#top().title = words),
      voucher: () => this.#voucher,
      kept: this.kept,
    });
    this.#bundle = new Bundle(options.folder, {
      wx,
      App: (config) => void (this.#app = config as Record<string, unknown>),
      Page: (config) => void (this.#pageConfig = config as Record<string, unknown>),
      Component: () => undefined,
      Behavior: (config) => config,
      getApp: () => this.#app,
      getCurrentPages: () => [...this.#stack],
    });
    this.#appJson = this.#bundle.json<AppJson>('app.json');
    this.#binds = boundEvents(this.#bundle.text('base.wxml'));
  }

  async open(): Promise<void> {
    this.#bundle.load('app.js');
    const launch = { path: this.#appJson.pages[0], query: {}, scene: 1001 };
    (this.#app['onLaunch'] as ((options: object) => void) | undefined)?.call(this.#app, launch);
    (this.#app['onShow'] as ((options: object) => void) | undefined)?.call(this.#app, launch);
    this.#push(`/${this.#appJson.pages[0] ?? ''}`);
    await until(() => (this.#root().cn ?? []).length > 0 || undefined, () => 'the first page stayed empty');
  }

  async visit(path: string): Promise<void> {
    const tab = this.#appJson.tabBar?.list.some((item) => path.startsWith(`/${item.pagePath}`)) ?? false;
    this.#navigate(tab ? 'tab' : 'to', path, 1);
    await until(() => (this.#root().cn ?? []).length > 0 || undefined, () => `${path} stayed empty`);
  }

  #top(): PageInstance {
    const page = this.#stack.at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  }

  #root(): TreeNode {
    return this.#top().data.root;
  }

  #known(route: string): boolean {
    const all = [...this.#appJson.pages, ...(this.#appJson.subPackages ?? []).flatMap((sub) => sub.pages.map((page) => `${sub.root}/${page}`))];
    return all.includes(route);
  }

  #push(url: string): void {
    const [path = '', search = ''] = url.replace(/^\//, '').split('?');
    if (!this.#known(path)) throw new Error(`page "${path}" is not in app.json`);
    if (this.#stack.length >= 10) throw new Error('the page stack is full');
    this.#pageConfig = undefined;
    const config = (this.#configs.get(path) ?? (this.#bundle.load(path), this.#pageConfig)) as Record<string, unknown> | undefined;
    if (!config) throw new Error(`${path} registered no page`);
    this.#configs.set(path, config);
    const options = Object.fromEntries(new URLSearchParams(search));
    const page = { ...config, route: path, options, data: JSON.parse(JSON.stringify(config['data'] ?? { root: { cn: [] } })) } as unknown as PageInstance;
    page.setData = (change, done) => this.#setData(page, change, done);
    this.#stack.at(-1)?.onHide?.();
    this.#stack.push(page);
    this.deepest = Math.max(this.deepest, this.#stack.length);
    page.onLoad?.(options);
    page.onShow?.();
    page.onReady?.();
  }
  readonly #configs = new Map<string, Record<string, unknown>>();

  #setData(page: PageInstance, change: Record<string, unknown>, done?: () => void): void {
    this.setDataLedger.calls += 1;
    const at = performance.now();
    this.#lately = [...this.#lately.filter((moment) => moment > at - 1000), at];
    this.setDataLedger.busiestSecond = Math.max(this.setDataLedger.busiestSecond, this.#lately.length);
    const text = JSON.stringify(change);
    this.setDataLedger.largestBytes = Math.max(this.setDataLedger.largestBytes, Buffer.byteLength(text));
    // What travels to the view is a copy, as in WeChat.
    for (const [path, value] of Object.entries(JSON.parse(text) as Record<string, unknown>)) put(page.data as unknown as Record<string, unknown>, path, value);
    setTimeout(() => done?.(), 0);
  }

  #navigate(kind: 'to' | 'redirect' | 'tab' | 'relaunch' | 'back', url: string, delta: number): void {
    const pop = () => {
      const page = this.#stack.pop();
      page?.onHide?.();
      page?.onUnload?.();
    };
    if (kind === 'back') {
      for (let step = 0; step < delta && this.#stack.length > 1; step += 1) pop();
      this.#top().onShow?.();
      return;
    }
    if (kind === 'redirect') pop();
    if (kind === 'tab' || kind === 'relaunch') while (this.#stack.length > 0) pop();
    this.#push(url);
  }

  async text(): Promise<string> {
    return this.#words();
  }

  /** What a person reads: WeChat's header, the page. */
  #words(): string {
    return `${this.#top().title ?? ''}\n${linesOf(this.#root())}`;
  }

  async sees(words: string | RegExp, withinMs = 10_000): Promise<void> {
    await until(
      () => (fits(this.#words(), words) || fits(textOf(this.#root()), words) ? true : undefined),
      () => `did not see ${String(words)} on ${this.#top().route}:\n${this.#words()}`,
      withinMs,
    );
  }

  async tap(words: string | RegExp): Promise<void> {
    await this.#settled();
    this.#touch(await this.#target(words));
    await this.#settled();
  }

  async doubleTap(words: string | RegExp): Promise<void> {
    const target = await this.#target(words);
    this.#touch(target);
    this.#touch(target);
    await this.#settled();
  }

  #target(words: string | RegExp): Promise<Placed> {
    const exact = typeof words === 'string' ? (text: string) => text.trim() === words : (text: string) => words.test(text);
    return until(
      () => findByText(this.#root(), exact) ?? this.#tabTarget(words),
      () => `nothing to tap with ${String(words)} on ${this.#top().route}:\n${this.#words()}`,
    );
  }

  #tabTarget(words: string | RegExp): Placed | undefined {
    const tab = this.#appJson.tabBar?.list.find((item) => item.text === words);
    return tab ? { node: { nn: 'tab', uid: tab.pagePath }, above: [] } : undefined;
  }

  /** A finger: the event goes to the node and up through its parents, to those whose template listens. */
  #touch({ node, above }: Placed): void {
    if (node.nn === 'tab') return this.#navigate('tab', `/${node.uid ?? ''}`, 1);
    const way = [node, ...[...above].reverse()];
    const phoneButton = way.find((it) => Object.values(it).includes('getPhoneNumber'));
    if (phoneButton) return void this.#phoneNumber(phoneButton);
    const page = this.#top();
    for (const it of way) if (it.nn !== undefined && this.#binds(it.nn).has('tap')) this.#send(page, it, 'tap', { x: 1, y: 1 });
  }

  async #phoneNumber(button: TreeNode): Promise<void> {
    const { code } = await this.#options.control.phoneCode(this.#holder.key, this.#holder.mobile);
    this.#send(this.#top(), button, 'getphonenumber', { code, errMsg: 'getPhoneNumber:ok' });
  }

  #send(page: PageInstance, node: TreeNode, type: string, detail: object): void {
    const target = { id: node.uid ?? node.sid, dataset: { sid: node.sid } };
    page.eh?.({ type, timeStamp: performance.now(), target, currentTarget: target, detail, touches: [], changedTouches: [] });
  }

  async fill(label: string, value: string): Promise<void> {
    const isInput = (node: TreeNode) => node.nn !== undefined && this.#binds(node.nn).has('input');
    const { node } = await until(() => findField(this.#root(), label, isInput), () => `no field ${label} on ${this.#top().route}:\n${this.#words()}`);
    this.#send(this.#top(), node, 'focus', { value: '' });
    this.#send(this.#top(), node, 'input', { value, cursor: value.length });
    this.#send(this.#top(), node, 'blur', { value });
    await this.#settled();
  }

  async back(): Promise<void> {
    this.#navigate('back', '', 1);
    await this.#settled();
  }

  /** Lets the app do what it set out to do: no setData for a moment, and no sooner than a person sees and moves on. */
  async #settled(): Promise<void> {
    let calls = -1;
    await new Promise((resolve) => setTimeout(resolve, GLANCE_MS));
    while (calls !== this.setDataLedger.calls) {
      calls = this.setDataLedger.calls;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  holder(person: PhoneHolder): void {
    this.#holder = person;
  }

  /** One tap for WeChat, one for its phone number. */
  async signIn(): Promise<void> {
    await this.tap('微信一键登录');
    await this.tap('使用微信手机号');
  }

  async upload(words: string, file: string): Promise<void> {
    this.#voucher = { path: file, size: statSync(file).size };
    await this.tap(words);
  }

  faceWill(outcome: 'passed' | 'cancelled' | 'not-recognised'): void {
    this.#face = outcome;
  }

  requests(): readonly string[] {
    return this.#requests;
  }

  /** Where the phone is now. */
  route(): string {
    return this.#top().route;
  }

  async close(): Promise<void> {
    while (this.#stack.length > 0) {
      const page = this.#stack.pop();
      page?.onHide?.();
      page?.onUnload?.();
    }
    (this.#app['onHide'] as (() => void) | undefined)?.call(this.#app);
  }
}
