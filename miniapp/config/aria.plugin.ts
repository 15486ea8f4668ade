/**
 * Taro's weapp templates drop what a screen reader needs. This writes `aria-label`, `aria-live`, … on the elements we use, and
 * our `role` as WeChat's `aria-role`. The names stay outside Taro's table of shortened names, so the runtime needs no change.
 */
type Modify = (result: string, nodeName: string, level: number, children: string) => string;
interface Platform {
  readonly template: { modifyTemplateResult?: Modify };
}
interface PluginContext {
  registerMethod(method: { name: string; fn: (platform: Platform) => void }): void;
}

const SAID = ['level', 'label', 'live', 'hidden', 'checked', 'selected', 'expanded', 'disabled', 'modal', 'busy'];
const ATTRIBUTES = [
  'aria-role="{{i.role}}"',
  ...SAID.map((name) => `aria-${name}="{{i.aria${name.charAt(0).toUpperCase()}${name.slice(1)}}}"`),
].join(' ');

export default function ariaPlugin(ctx: PluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: ({ template }) => {
      const before = template.modifyTemplateResult;
      template.modifyTemplateResult = (result, nodeName, level, children) => {
        const made = before === undefined ? result : before(result, nodeName, level, children);
        return made.replace(/<(view|text|button|input|scroll-view|image) /g, `<$1 ${ATTRIBUTES} `);
      };
    },
  });
}
