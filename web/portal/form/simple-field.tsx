/** The control for a field's kind; what needs the case itself (papers) is in `step-fields.tsx`. */
import type { Field } from '../../../src/services/index.ts';
import { ChoiceField, ChoicesField, ConsentField, YesNoField } from './choice-fields.tsx';
import type { FieldProps } from './field-frame.tsx';
import { CountryField, LineField } from './line-fields.tsx';
import { SlotField } from './slot-field.tsx';

export function SimpleFieldView(props: FieldProps<Exclude<Field, { kind: 'group' | 'files' }>>) {
  const { field } = props;
  switch (field.kind) {
    case 'choice':
      return <ChoiceField {...props} field={field} />;
    case 'choices':
      return <ChoicesField {...props} field={field} />;
    case 'yes-no':
      return <YesNoField {...props} />;
    case 'consent':
      return <ConsentField {...props} field={field} />;
    case 'slot':
      return <SlotField {...props} field={field} />;
    case 'country':
      return <CountryField {...props} />;
    default:
      return <LineField {...props} />;
  }
}
