import CPlatform
import Glibc

/// Waits until everything on the file system of a folder is on its disk. One call for all files: to wait for each of them took 3.4 seconds
/// where this took 0.03 (3,629 files, ext4).
func syncFileSystem(of folder: String) throws(FileError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("save to disk", folder) }
    defer { close(descriptor) }
    let code = platform_sync_file_system(descriptor)
    guard code == 0 else { throw FileError("save to disk", folder, code: code) }
}

/// Waits until the names in a folder are on disk, such as after a rename.
func syncFolder(_ folder: String) throws(FileError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("save to disk", folder) }
    defer { close(descriptor) }
    // EINVAL: a file system that keeps no folders to wait for.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileError("save to disk", folder) }
}
