/** For Stryker: words for people are not code. A literal with a Chinese character in it is a sentence. */
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const CHINESE = /[\u4e00-\u9fff]/;

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'sentences', {
    shouldIgnore(path) {
      const text = path.isStringLiteral() ? path.node.value : path.isTemplateLiteral() ? path.node.quasis.map(({ value }) => value.raw).join('') : '';
      return CHINESE.test(text) ? 'A sentence for people.' : undefined;
    },
  }),
];
