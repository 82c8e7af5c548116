await LabCommand.run()
