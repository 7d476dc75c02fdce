import ArgumentParser
import Scoring

extension VoiceMode: ExpressibleByArgument {}
