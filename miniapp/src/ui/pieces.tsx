import { Text } from '@tarojs/components';

/** Words that stay together: a line breaks between the pieces, never inside one that fits. */
export function Pieces({ of }: { readonly of: readonly string[] }) {
  return (
    <>
      {of.map((piece) => (
        <Text key={piece} className="a-piece">{piece}</Text>
      ))}
    </>
  );
}
