/** One file of a package, with what proves that it is still the same. */
export interface PackagedFile {
  /** Inside the package. */
  readonly path: string;
  readonly title: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly sm3: string;
}

/** What an archive must know of one settled case; elements as DA/T 46 and DA/T 94 name them. */
export interface ArchivedCase {
  /** 件号 */
  readonly itemNo: string;
  /** 题名 */
  readonly title: string;
  /** 责任者 */
  readonly responsible: string;
  /** 形成日期, the day in China on which the case ended. */
  readonly date: string;
  /** 保管期限 */
  readonly retention: string;
  /** 业务类别 */
  readonly business: string;
  /** 办理结果 */
  readonly outcome: string;
  /** 补充: the package of the same case that this one goes with. */
  readonly supplements?: { readonly package: string; readonly sm3: string; readonly sha256: string };
  /** 前次业务编号: the case in whose place this one stands. */
  readonly predecessor?: string;
  /** 后续业务编号: the case that took this one's place. */
  readonly successor?: string;
  readonly files: readonly PackagedFile[];
}

/**
 * How long a settled case is kept, in the grades archives use (永久, 30年, 10年): loans for good, withdrawals for thirty years.
 * The centre's own schedule of records decides; one with other periods changes them here.
 */
export const retentionOf = (route: string): string => (route.startsWith('loan-') ? '永久' : '30年');

export const METADATA_FORMAT = 'anju-archive-1';

/** The metadata as JSON, in a fixed order: the same case is the same text. */
export function metadataJson(one: ArchivedCase): string {
  const { itemNo, title, responsible, date, retention, business, outcome, supplements, predecessor, successor, files } = one;
  const listed = files.map(({ path, title: name, mediaType, sizeBytes, sha256, sm3 }) => ({ 计算机文件名: path, 题名: name, 格式: mediaType, 字节数: sizeBytes, SM3: sm3, 'SHA-256': sha256 }));
  const related = {
    ...(supplements === undefined ? {} : { 补充: { 归档包: supplements.package, SM3: supplements.sm3, 'SHA-256': supplements.sha256 } }),
    ...(predecessor === undefined ? {} : { 前次业务编号: predecessor }),
    ...(successor === undefined ? {} : { 后续业务编号: successor }),
  };
  const said = { 件号: itemNo, 题名: title, 责任者: responsible, 日期: date, 保管期限: retention, 业务类别: business, 办理结果: outcome, 密级: '内部', ...related };
  return `${JSON.stringify({ 元数据格式: METADATA_FORMAT, 聚合层次: '件', ...said, 文件数: files.length, 文件: listed }, null, 2)}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** What XML 1.0 does not allow at all is left out. */
const NOT_ALLOWED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escaped = (text: string): string => text.replace(NOT_ALLOWED, '').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
const element = (name: string, text: string | number): string => `<${name}>${escaped(String(text))}</${name}>`;

/** The same as XML. */
export function metadataXml(one: ArchivedCase): string {
  const { itemNo, title, responsible, date, retention, business, outcome, supplements, predecessor, successor, files } = one;
  const head = [
    element('聚合层次', '件'), element('件号', itemNo), element('题名', title), element('责任者', responsible), element('日期', date),
    element('保管期限', retention), element('业务类别', business), element('办理结果', outcome), element('密级', '内部'),
    ...(supplements === undefined ? [] : [`<补充>${element('归档包', supplements.package)}${element('SM3', supplements.sm3)}${element('SHA-256', supplements.sha256)}</补充>`]),
    ...(predecessor === undefined ? [] : [element('前次业务编号', predecessor)]),
    ...(successor === undefined ? [] : [element('后续业务编号', successor)]),
  ];
  const listed = files.map(
    (file) =>
      `    <文件>${[element('计算机文件名', file.path), element('题名', file.title), element('格式', file.mediaType), element('字节数', file.sizeBytes), element('SM3', file.sm3), element('SHA-256', file.sha256)].join('')}</文件>`,
  );
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<电子文件 元数据格式="${METADATA_FORMAT}">`, ...head.map((line) => `  ${line}`), `  <文件清单 文件数="${files.length}">`, ...listed, '  </文件清单>', '</电子文件>', ''].join('\n');
}
