/** U to X: urgent cases, ports to come, the quality of service, and figures that were reported. */
import type { Group } from './group.ts';

export const SERVICE_GROUPS: readonly Group[] = [
  {
    letter: 'U',
    title: 'Urgent green channel and appointments',
    requirements: {
      'U-01': 'Which reasons are urgent',
      'U-02': 'Proof that fits the reason',
      'U-03': 'Book first, then attend',
      'U-04': 'Open to households registered elsewhere',
      'U-05': 'Direct relatives; others are reviewed by people',
      'U-06': 'An officer decides, software prepares',
      'U-07': 'Suspended and resumed services stay on record',
      'U-08': 'Each case has somebody who follows it',
    },
  },
  {
    letter: 'V',
    title: 'Joint inspection and what may come',
    requirements: {
      'V-01': 'One check for both sides',
      'V-02': 'Passing without stopping, never without notice',
      'V-03': 'A similar lane beyond the port',
      'V-04': 'Ports learn from figures about nobody',
      'V-05': 'Who is ready, and since when',
    },
  },
  {
    letter: 'W',
    title: 'Quality of service',
    requirements: {
      'W-01': 'An error names field, rule and next step',
      'W-02': 'Repeated failures cost no quota and lead on',
      'W-03': 'Disturbances are published and mended within the hour',
      'W-04': 'Done within a minute',
      'W-05': 'The hotline stands in every refusal',
      'W-06': 'The hotline helps residents of every side',
      'W-07': 'The first day is rehearsed',
      'W-08': 'Help outside office hours',
      'W-09': 'Works for somebody who lost everything at once',
    },
  },
  {
    letter: 'X',
    title: 'Reported figures',
    requirements: {
      'X-01': 'Seconds through the e-Channel',
      'X-02': 'Seconds saved in the face lane',
      'X-03': 'Crowds on peak holidays',
      'X-04': 'Yearly trips from Hong Kong',
      'X-05': 'Lost permits brought to the service centres',
      'X-06': 'Verifications made for relying parties',
      'X-07': 'Gates of the e-Channel at its start',
      'X-08': 'Growth of ports, cities and transit',
    },
  },
];
