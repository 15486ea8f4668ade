import { Text, View } from '@tarojs/components';

export interface CompareTableProps {
  /** What stands side by side; left out where the heads stand above already. */
  readonly heads?: readonly string[];
  readonly rows: readonly { readonly label: string; readonly figures: readonly string[]; readonly strong?: boolean }[];
}

/** The same figures of two ways, line by line. */
export function CompareTable({ heads, rows }: CompareTableProps) {
  return (
    <View className="compare">
      {heads === undefined ? null : (
        <View className="compare__line compare__line--head">
          <Text className="compare__label" />
          {heads.map((head) => <Text key={head} className="compare__figure">{head}</Text>)}
        </View>
      )}
      {rows.map((row) => (
        <View key={row.label} className={row.strong === true ? 'compare__line compare__line--strong' : 'compare__line'}>
          <Text className="compare__label">{row.label}</Text>
          {row.figures.map((figure, at) => <Text key={at} className="compare__figure">{figure}</Text>)}
        </View>
      ))}
    </View>
  );
}
