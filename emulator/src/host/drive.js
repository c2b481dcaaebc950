/** The drive that the boot loader shows on USB, as a folder of this computer: a firmware that is copied into it is written. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SIGN = 'INFO_UF2.TXT';
const UF2_BLOCK = 512;
/** Where a block says how many there are. */
const BLOCK_COUNT = 24;
const LOOK_MS = 50;

export class BootDrive {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /**
   * Shows the drive until a whole firmware lies in it, which it hands on.
   * @param {(file: Buffer) => void} take
   */
  show(take) {
    writeFileSync(join(this.folder, SIGN), 'UF2 Bootloader v3.0\r\nModel: Raspberry Pi RP2\r\nBoard-ID: RPI-RP2\r\n');
    const timer = setInterval(() => {
      const file = this.firmware();
      if (!file) return;
      clearInterval(timer);
      rmSync(join(this.folder, SIGN));
      take(file);
    }, LOOK_MS);
  }

  /** Takes the firmware out of the folder, once all its blocks have arrived. */
  firmware() {
    for (const name of readdirSync(this.folder).filter((each) => /\.uf2$/i.test(each))) {
      const file = readFileSync(join(this.folder, name));
      if (file.length < UF2_BLOCK || file.length < file.readUInt32LE(BLOCK_COUNT) * UF2_BLOCK) continue;
      rmSync(join(this.folder, name));
      return file;
    }
    return null;
  }
}
