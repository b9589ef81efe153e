/* command_trainer.c: `yanlian trainer`: trainers and their passphrases. */
#include "cli/command.h"

int command_trainer(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return command_help("trainer");
}
