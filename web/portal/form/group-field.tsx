/** Several of a kind, such as the members of a family: each a small form of its own. */
import { Button } from 'react-aria-components';
import type { Field } from '../../../src/services/index.ts';
import { portalWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { type FieldProps, Grouped } from './field-frame.tsx';
import { isShown, type Raw } from './form-types.ts';
import { SimpleFieldView } from './simple-field.tsx';

export function GroupField(props: FieldProps<Extract<Field, { kind: 'group' }>>) {
  const { say } = useSpeech();
  const { field, path, value, change, faults } = props;
  const items: readonly Raw[] = Array.isArray(value)
    ? value
    : Array.from({ length: field.least }, () => ({}));
  const put = (index: number, item: Raw | undefined) =>
    change(
      item ? items.map((each, at) => (at === index ? item : each)) : items.filter((_, at) => at !== index),
    );
  return (
    <Grouped {...props}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item has no name of its own, and its place is what errors point to.
        <fieldset key={index} className="group-item">
          <legend>
            {say(field.item)} {index + 1}
          </legend>
          {field.fields
            .filter((each) => isShown(each, item))
            .map((each) => (
              <SimpleFieldView
                key={each.id}
                field={each}
                path={`${path}.${index}.${each.id}`}
                value={item[each.id]}
                faults={faults}
                change={(next) => put(index, { ...item, [each.id]: next })}
              />
            ))}
          {items.length > field.least ? (
            <Button className="button bare" onPress={() => put(index, undefined)}>
              {say(portalWords.remove)}
            </Button>
          ) : null}
        </fieldset>
      ))}
      {items.length < field.most ? (
        <Button className="button" onPress={() => change([...items, {}])}>
          <Icon name="person" />
          {say(portalWords.addItem, { what: say(field.item) })}
        </Button>
      ) : null}
    </Grouped>
  );
}
