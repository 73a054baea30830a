/** `tsx tools/models/main.ts FOLDER`: builds the models and says what they are. */
import { buildModels } from './build.ts';

function main(folder: string | undefined): void {
  if (!folder) {
    console.error('Say which folder the models go to: main.ts FOLDER');
    process.exitCode = 2;
    return;
  }
  const { models } = buildModels(folder, ({ name, done, of }) => console.log(`${done}/${of} ${name}`));
  for (const { name, sha256, bytes } of models) console.log(`${name} ${bytes} bytes ${sha256.slice(0, 12)}`);
}

main(process.argv[2]);
